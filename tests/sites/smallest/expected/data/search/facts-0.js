argsiteData("data/search/facts-0.js",{"lamp":"CG8eTBBCfHpNFAIBFoTCCg08rTAB-lKtNFA"});
