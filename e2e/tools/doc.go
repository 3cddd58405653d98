// Package tools runs the tools that people use on Ethereum (viem, ethers, web3.js, Hardhat, Foundry), as published, against a development network in this process: the scripts beside
// this file are the tests. docs/tools.md says what each covers.
//
//	in   the packages that the two files package-lock.json and that of contracts pin; the test installs them when they are missing (npm ci). Node.js 20.10 or newer
//	out  each script's report; without Node.js or npm the test is skipped and says so
package tools
