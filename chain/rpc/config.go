package rpc

import (
	"fmt"
	"math"
	"time"
)

// Config bounds what a client can ask for.
type Config struct {
	Addr           string   // host:port; port 0 takes a free one
	CORSOrigins    []string // allowed browser origins, also for WebSocket; "*" is every one
	ClientVersion  string
	BodyLimit      int    // bytes of a request
	BatchItems     int    // requests in a batch
	BatchResponse  int    // bytes of the answers to a batch
	LogBlocks      uint64 // blocks of a log query
	Logs           int    // logs in an answer
	LogTopics      int    // addresses, or topics at one position, of a log query
	Filters        int
	FilterTimeout  time.Duration // since the last poll
	CallGas        uint64        // of eth_call, estimates and traces
	CallTimeout    time.Duration // of one call or step of an estimate
	LogTimeout     time.Duration // of one log search
	TraceTimeout   time.Duration // default of debug methods
	TraceMax       time.Duration // upper limit of what a client asks for
	MaxTxBytes     int           // of a raw transaction
	FeeHistory     uint64        // blocks
	PubdataMargin  uint64        // percent added to the pubdata part of an estimate, and three units of the price at least; 50 bear three steps of 1/8, the most that prices of L1 rise in three L1 blocks; 0: nothing
	PriorityMargin uint64        // percent added to an estimate of a priority operation: the SDKs simulate shorter call data than L1 sends
	RequestTimeout time.Duration // of one HTTP request
	HeaderTimeout  time.Duration // until the headers of an HTTP request are there, from the beginning of the connection or of the next request
	BodyTimeout    time.Duration // until its body is there, from the end of the headers

	Connections  int           // TCP connections; further ones wait until one is closed
	Requests     int           // HTTP requests that are answered at the same time; further ones wait
	BodyBytes    int           // bytes of request bodies held at the same time, all clients together; a body counts as it arrives
	Executions   int           // calls, traces and log searches that run at the same time; further ones wait
	QueueTimeout time.Duration // of a request that waits for one of these
	RateLimit    float64       // requests per second of one IP address, each of a batch counted; 0 is no limit
	RateBurst    int           // requests of one IP address at once
	Sockets      int           // WebSocket connections
	IdleTimeout  time.Duration // of an HTTP connection between two requests

	AddressConnections int      // TCP connections of one IP address (IPv6: of one /64); a trusted proxy has as many as it likes
	AddressSockets     int      // WebSocket connections of one IP address
	AddressRequests    int      // HTTP requests of one IP address that are answered at the same time; its further ones wait
	AddressExecutions  int      // calls, traces and log searches of one IP address that run at the same time; its further ones wait. 0 is three quarters of Executions
	TrustedProxies     []string // addresses and prefixes of proxies whose X-Forwarded-For says who asks

	SocketRequests int           // requests of one WebSocket connection that are answered at the same time
	Subscriptions  int           // of one WebSocket connection
	SubscriberLag  uint64        // blocks that a subscriber can fall behind before its connection is closed
	WriteTimeout   time.Duration // of one message to a WebSocket client
	TraceBytes     int           // of a trace with the struct logger, unless the client asks for less
	JSTracers      bool          // clients can send JavaScript to debug_trace methods; off is right for a port that strangers reach
	ProofSlots     int           // of eth_getProof and zks_getProof
	StorageSlots   int           // of eth_getStorageValues
	SyncTimeout    time.Duration // of eth_sendRawTransactionSync
	SyncMax        time.Duration // upper limit of what a client asks for
	Otterscan      bool          // make an index of addresses, which ots_searchTransactions methods need
	StopTimeout    time.Duration // of requests that are being answered when the server stops
}

// DefaultConfig listens on localhost and answers every origin.
func DefaultConfig() Config {
	return Config{
		Addr: "127.0.0.1:0", CORSOrigins: []string{"*"}, ClientVersion: "ashlar",
		BodyLimit: 5 << 20, BatchItems: 1000, BatchResponse: 25 << 20,
		LogBlocks: 10_000, Logs: 20_000, LogTopics: 1000, Filters: 1000, FilterTimeout: 5 * time.Minute,
		CallGas: 50_000_000, CallTimeout: 5 * time.Second, LogTimeout: 10 * time.Second, TraceTimeout: 5 * time.Second, TraceMax: time.Minute,
		MaxTxBytes: 128 << 10, FeeHistory: 1024, PubdataMargin: 50, PriorityMargin: 20,
		RequestTimeout: 2 * time.Minute, HeaderTimeout: 10 * time.Second, BodyTimeout: 30 * time.Second,
		Connections: 4096, Requests: 512, BodyBytes: 128 << 20, Executions: defaultExecutions(), QueueTimeout: 10 * time.Second,
		RateLimit: 20_000, RateBurst: 40_000, Sockets: 1024, IdleTimeout: 2 * time.Minute,
		AddressConnections: 1024, AddressSockets: 256, AddressRequests: 256, SocketRequests: 64, Subscriptions: 256, SubscriberLag: 1024, WriteTimeout: 10 * time.Second,
		TraceBytes: 128 << 20, JSTracers: true, ProofSlots: 1024, StorageSlots: 1024, SyncTimeout: 20 * time.Second, SyncMax: time.Minute, StopTimeout: 3 * time.Second,
	}
}

// addressExecutions is the share of one address.
func (c *Config) addressExecutions() int {
	if c.AddressExecutions > 0 {
		return c.AddressExecutions
	}
	return max(1, c.Executions*3/4)
}

// Check says what is wrong with the configuration.
func (c *Config) Check() error {
	for _, p := range []struct {
		name  string
		value int64
	}{
		{"body limit", int64(c.BodyLimit)}, {"batch items", int64(c.BatchItems)}, {"batch response", int64(c.BatchResponse)},
		{"log blocks", int64(c.LogBlocks)}, {"logs", int64(c.Logs)}, {"log topics", int64(c.LogTopics)}, {"filters", int64(c.Filters)},
		{"filter timeout", int64(c.FilterTimeout)}, {"call gas", int64(c.CallGas)}, {"call timeout", int64(c.CallTimeout)}, {"log timeout", int64(c.LogTimeout)},
		{"trace timeout", int64(c.TraceTimeout)}, {"trace maximum", int64(c.TraceMax)}, {"transaction bytes", int64(c.MaxTxBytes)},
		{"fee history", int64(c.FeeHistory)}, {"request timeout", int64(c.RequestTimeout)},
		{"header timeout", int64(c.HeaderTimeout)}, {"body timeout", int64(c.BodyTimeout)},
		{"connections", int64(c.Connections)}, {"requests", int64(c.Requests)}, {"body bytes", int64(c.BodyBytes)}, {"executions", int64(c.Executions)},
		{"queue timeout", int64(c.QueueTimeout)}, {"rate burst", int64(c.RateBurst)}, {"sockets", int64(c.Sockets)}, {"idle timeout", int64(c.IdleTimeout)},
		{"connections of an address", int64(c.AddressConnections)}, {"sockets of an address", int64(c.AddressSockets)}, {"requests of an address", int64(c.AddressRequests)}, {"socket requests", int64(c.SocketRequests)},
		{"subscriptions", int64(c.Subscriptions)}, {"subscriber lag", int64(c.SubscriberLag)}, {"write timeout", int64(c.WriteTimeout)},
		{"trace bytes", int64(c.TraceBytes)}, {"proof slots", int64(c.ProofSlots)}, {"storage slots", int64(c.StorageSlots)},
		{"sync timeout", int64(c.SyncTimeout)}, {"sync maximum", int64(c.SyncMax)}, {"stop timeout", int64(c.StopTimeout)},
	} {
		if p.value <= 0 {
			return fmt.Errorf("rpc config: %s is %d", p.name, p.value)
		}
	}
	if c.RateLimit < 0 || math.IsNaN(c.RateLimit) {
		return fmt.Errorf("rpc config: rate limit is %g", c.RateLimit)
	}
	if c.AddressExecutions < 0 {
		return fmt.Errorf("rpc config: executions of an address is %d", c.AddressExecutions)
	}
	if _, err := parseProxies(c.TrustedProxies); err != nil {
		return err
	}
	if c.BodyBytes < c.BodyLimit {
		return fmt.Errorf("rpc config: %d body bytes for all requests are less than the limit of one, %d", c.BodyBytes, c.BodyLimit)
	}
	if c.TraceTimeout > c.TraceMax || c.SyncTimeout > c.SyncMax {
		return fmt.Errorf("rpc config: a default timeout is above its maximum")
	}
	if c.PubdataMargin > 1000 || c.PriorityMargin > 1000 {
		return fmt.Errorf("rpc config: a margin is above 1000 percent")
	}
	return nil
}
