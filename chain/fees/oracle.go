package fees

import (
	"fmt"
	"sync/atomic"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"
)

// Oracle prices blocks from their parents' headers and the newest L1 sample. It is safe for concurrent use.
type Oracle struct {
	config Config
	sample atomic.Pointer[L1Prices]
}

// NewOracle checks the policy.
func NewOracle(config Config) (*Oracle, error) {
	if err := config.Check(); err != nil {
		return nil, err
	}
	return &Oracle{config: config}, nil
}

// Config is the policy.
func (o *Oracle) Config() Config { return o.config }

// Sample takes the newest L1 prices; the next block moves towards them.
func (o *Oracle) Sample(p L1Prices) { o.sample.Store(&p) }

// L1 is the newest sample, false before the first one.
func (o *Oracle) L1() (L1Prices, bool) {
	if p := o.sample.Load(); p != nil {
		return *p, true
	}
	return L1Prices{}, false
}

// Next is the prices of the block after parent.
func (o *Oracle) Next(parent *types.Header) (Prices, error) {
	p, err := ParentOf(parent)
	if err != nil {
		return Prices{}, err
	}
	return Next(&o.config, p, o.sample.Load()), nil
}

// ParentOf reads the prices of a block from its header.
func ParentOf(h *types.Header) (*Parent, error) {
	perByte, err := rollup.GasPerPubdataOfExtra(h.Extra)
	if err != nil {
		return nil, fmt.Errorf("prices of block %v: %w", h.Number, err)
	}
	p := &Parent{GasUsed: h.GasUsed, GasLimit: h.GasLimit}
	p.GasPerPubdata = perByte
	if h.BaseFee == nil {
		return nil, fmt.Errorf("prices of block %v: no base fee", h.Number)
	}
	base, overflow := uint256.FromBig(h.BaseFee)
	if overflow {
		return nil, fmt.Errorf("prices of block %v: base fee above 256 bits", h.Number)
	}
	p.BaseFee = *base
	return p, nil
}
