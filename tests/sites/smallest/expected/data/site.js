argsiteData("data/site.js",{"title":"One lamp","essays":{"lamp":{"title":"One lamp","cards":1}}});
