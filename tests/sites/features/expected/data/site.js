argsiteData("data/site.js",{"title":"Parks & nights","essays":{"park":{"title":"The park after dark","cards":1},"夜の公園":{"title":"夜の公園","cards":1}}});
