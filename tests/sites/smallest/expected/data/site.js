argsiteData("data/site.js",{"title":"One lamp","lang":"en","dir":"ltr","essays":{"lamp":{"title":"One lamp","cards":1}}});
