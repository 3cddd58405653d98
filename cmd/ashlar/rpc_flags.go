package main

import (
	"github.com/spf13/pflag"

	"github.com/ashlar-labs/ashlar/chain/rpc"
)

// rpcFlags adds a flag for every limit of JSON-RPC, with the value of c as its default. The address has a flag of its own in each command. web3_clientVersion gets the
// name of this build.
func rpcFlags(f *pflag.FlagSet, c *rpc.Config) {
	c.ClientVersion = clientVersion()
	f.StringSliceVar(&c.CORSOrigins, "rpc-origins", c.CORSOrigins, "browser origins that are answered, also over WebSocket; * is every one")
	f.StringSliceVar(&c.TrustedProxies, "rpc-trusted-proxies", c.TrustedProxies, "addresses and prefixes of proxies whose X-Forwarded-For says who asks")
	for _, v := range []struct {
		name  string
		to    *int
		usage string
	}{
		{"rpc-body-limit", &c.BodyLimit, "bytes of a request"},
		{"rpc-body-bytes", &c.BodyBytes, "bytes of request bodies held at the same time, all clients together"},
		{"rpc-batch-items", &c.BatchItems, "requests in a batch"},
		{"rpc-batch-response", &c.BatchResponse, "bytes of the answers to a batch"},
		{"rpc-logs", &c.Logs, "logs in an answer"},
		{"rpc-log-topics", &c.LogTopics, "addresses, or topics at one position, of a log query"},
		{"rpc-filters", &c.Filters, "installed filters"},
		{"rpc-max-tx-bytes", &c.MaxTxBytes, "bytes of a raw transaction"},
		{"rpc-connections", &c.Connections, "TCP connections; further ones wait"},
		{"rpc-requests", &c.Requests, "HTTP requests that are answered at the same time; further ones wait"},
		{"rpc-executions", &c.Executions, "calls, traces and log searches that run at the same time; further ones wait"},
		{"rpc-rate-burst", &c.RateBurst, "requests of one IP address at once"},
		{"rpc-sockets", &c.Sockets, "WebSocket connections"},
		{"rpc-address-connections", &c.AddressConnections, "TCP connections of one IP address; further ones are closed"},
		{"rpc-address-sockets", &c.AddressSockets, "WebSocket connections of one IP address"},
		{"rpc-address-requests", &c.AddressRequests, "HTTP requests of one IP address that are answered at the same time; its further ones wait"},
		{"rpc-address-executions", &c.AddressExecutions, "calls, traces and log searches of one IP address that run at the same time; 0 is three quarters of all"},
		{"rpc-socket-requests", &c.SocketRequests, "requests of one WebSocket connection that are answered at the same time"},
		{"rpc-subscriptions", &c.Subscriptions, "subscriptions of one WebSocket connection"},
		{"rpc-trace-bytes", &c.TraceBytes, "bytes of a trace with the struct logger"},
		{"rpc-proof-slots", &c.ProofSlots, "slots of eth_getProof and zks_getProof"},
		{"rpc-storage-slots", &c.StorageSlots, "slots of eth_getStorageValues"},
	} {
		f.IntVar(v.to, v.name, *v.to, v.usage)
	}
	for _, v := range []struct {
		name  string
		to    *uint64
		usage string
	}{
		{"rpc-log-blocks", &c.LogBlocks, "blocks of a log query"},
		{"rpc-call-gas", &c.CallGas, "gas of eth_call, estimates and traces"},
		{"rpc-fee-history", &c.FeeHistory, "blocks of eth_feeHistory"},
		{"rpc-pubdata-margin", &c.PubdataMargin, "percent added to the pubdata part of an estimate, and three units of the price per byte at least"},
		{"rpc-priority-margin", &c.PriorityMargin, "percent added to an estimate of a transaction that L1 requests"},
		{"rpc-subscriber-lag", &c.SubscriberLag, "blocks that a subscriber can fall behind before its connection is closed"},
	} {
		f.Uint64Var(v.to, v.name, *v.to, v.usage)
	}
	rpcTimes(f, c)
	f.Float64Var(&c.RateLimit, "rpc-rate-limit", c.RateLimit, "requests per second of one IP address, each of a batch counted; 0 is no limit")
	f.BoolVar(&c.JSTracers, "rpc-js-tracers", c.JSTracers, "take tracers in JavaScript; off is right for a port that strangers reach")
}

func rpcTimes(f *pflag.FlagSet, c *rpc.Config) {
	f.DurationVar(&c.FilterTimeout, "rpc-filter-timeout", c.FilterTimeout, "a filter is forgotten this long after its last poll")
	f.DurationVar(&c.CallTimeout, "rpc-call-timeout", c.CallTimeout, "time of one call or step of an estimate")
	f.DurationVar(&c.LogTimeout, "rpc-log-timeout", c.LogTimeout, "time of one log search")
	f.DurationVar(&c.TraceTimeout, "rpc-trace-timeout", c.TraceTimeout, "time of debug methods, unless the client asks for another")
	f.DurationVar(&c.TraceMax, "rpc-trace-max", c.TraceMax, "most that a client can ask for as the time of a debug method")
	f.DurationVar(&c.RequestTimeout, "rpc-request-timeout", c.RequestTimeout, "time of one HTTP request")
	f.DurationVar(&c.HeaderTimeout, "rpc-header-timeout", c.HeaderTimeout, "time until the headers of an HTTP request are there")
	f.DurationVar(&c.BodyTimeout, "rpc-body-timeout", c.BodyTimeout, "time until the body of an HTTP request is there")
	f.DurationVar(&c.IdleTimeout, "rpc-idle-timeout", c.IdleTimeout, "time of an HTTP connection between two requests")
	f.DurationVar(&c.QueueTimeout, "rpc-queue-timeout", c.QueueTimeout, "time that a request waits for room")
	f.DurationVar(&c.WriteTimeout, "rpc-write-timeout", c.WriteTimeout, "time of one message to a WebSocket client")
	f.DurationVar(&c.StopTimeout, "rpc-stop-timeout", c.StopTimeout, "time that requests have to end when the node stops")
	f.DurationVar(&c.SyncTimeout, "rpc-sync-timeout", c.SyncTimeout, "time of eth_sendRawTransactionSync, unless the client asks for another")
	f.DurationVar(&c.SyncMax, "rpc-sync-max", c.SyncMax, "most that a client can ask for as the time of eth_sendRawTransactionSync")
}
