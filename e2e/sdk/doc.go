// Package sdk runs the published JavaScript SDKs, unmodified, against a development network in this process: the scripts beside this file are the tests.
//
//	in   the packages that package-lock.json pins; the test installs them when they are missing (npm ci), Node.js 20.10 or newer
//	out  each script's report; without Node.js or npm the test is skipped and says so
package sdk
