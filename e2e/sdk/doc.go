// Package sdk runs the published JavaScript SDKs, unmodified, against a development network in this process: the scripts beside this file are the tests.
//
//	in   the packages that package-lock.json pins (npm ci), Node.js 20.10 or newer
//	out  each script's report; without Node.js or the packages the test is skipped and says so
package sdk
