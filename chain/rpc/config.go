package rpc

import (
	"fmt"
	"time"
)

// Config bounds what a client can ask for.
type Config struct {
	Addr           string   // host:port; port 0 takes a free one
	CORSOrigins    []string // allowed browser origins, also for WebSocket; "*" is every one
	ClientVersion  string
	BodyLimit      int // bytes of a request
	BatchItems     int // requests in a batch
	BatchResponse  int // bytes of the answers to a batch
	LogBlocks      uint64
	Logs           int // logs in an answer
	LogTopics      int // addresses, or topics at one position, of a log query
	Filters        int
	FilterTimeout  time.Duration // since the last poll
	CallGas        uint64        // of eth_call, estimates and traces
	CallTimeout    time.Duration
	TraceTimeout   time.Duration // default of debug methods
	TraceMax       time.Duration // upper limit of what a client asks for
	MaxTxBytes     int           // of a raw transaction
	FeeHistory     uint64        // blocks
	PubdataMargin  uint64        // percent added to the pubdata part of an estimate: the price of pubdata moves until inclusion
	PriorityMargin uint64        // percent added to an estimate of a priority operation: the SDKs simulate shorter call data than L1 sends
	RequestTimeout time.Duration // of one HTTP request
}

// DefaultConfig listens on localhost and answers every origin.
func DefaultConfig() Config {
	return Config{
		Addr: "127.0.0.1:0", CORSOrigins: []string{"*"}, ClientVersion: "ashlar",
		BodyLimit: 5 << 20, BatchItems: 1000, BatchResponse: 25 << 20,
		LogBlocks: 10_000, Logs: 20_000, LogTopics: 1000, Filters: 1000, FilterTimeout: 5 * time.Minute,
		CallGas: 50_000_000, CallTimeout: 5 * time.Second, TraceTimeout: 5 * time.Second, TraceMax: time.Minute,
		MaxTxBytes: 128 << 10, FeeHistory: 1024, PubdataMargin: 20, PriorityMargin: 20, RequestTimeout: 2 * time.Minute,
	}
}

// Check says what is wrong with the configuration.
func (c *Config) Check() error {
	for _, p := range []struct {
		name  string
		value int64
	}{
		{"body limit", int64(c.BodyLimit)}, {"batch items", int64(c.BatchItems)}, {"batch response", int64(c.BatchResponse)},
		{"log blocks", int64(c.LogBlocks)}, {"logs", int64(c.Logs)}, {"log topics", int64(c.LogTopics)}, {"filters", int64(c.Filters)},
		{"filter timeout", int64(c.FilterTimeout)}, {"call gas", int64(c.CallGas)}, {"call timeout", int64(c.CallTimeout)},
		{"trace timeout", int64(c.TraceTimeout)}, {"trace maximum", int64(c.TraceMax)}, {"transaction bytes", int64(c.MaxTxBytes)},
		{"fee history", int64(c.FeeHistory)}, {"request timeout", int64(c.RequestTimeout)},
	} {
		if p.value <= 0 {
			return fmt.Errorf("rpc config: %s is %d", p.name, p.value)
		}
	}
	if c.PubdataMargin > 1000 || c.PriorityMargin > 1000 {
		return fmt.Errorf("rpc config: a margin is above 1000 percent")
	}
	return nil
}
