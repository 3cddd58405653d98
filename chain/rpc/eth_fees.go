package rpc

import (
	"cmp"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/common/math"

	"github.com/ashlar-labs/ashlar/rollup"
)

// ethFees says what gas costs.
type ethFees struct{ *api }

const maxPercentiles = 100

// GasPrice is eth_gasPrice: a price at which a call on the head and a transaction in the next block run.
func (e *ethFees) GasPrice() (*hexutil.Big, error) {
	price, err := e.gasPrice()
	return (*hexutil.Big)(price), err
}

// gasPrice is the base fee of the next block, or that of the head where it is higher, and the suggested tip.
func (a *api) gasPrice() (*big.Int, error) {
	env, err := a.back.Fees.NextBlock()
	if err != nil {
		return nil, err
	}
	if err := a.raiseBaseFee(&env); err != nil {
		return nil, err
	}
	return new(big.Int).Add(env.BaseFee.ToBig(), a.back.Fees.SuggestTip()), nil
}

// raiseBaseFee raises the base fee of the next block to that of the head: what a client is told to pay suffices for both.
func (a *api) raiseBaseFee(env *rollup.BlockEnv) error {
	h, err := a.header(latestBlock())
	if errors.Is(err, errHeaderNotFound) || errors.Is(err, ErrPruned) {
		return nil // only the state of the head is there yet
	}
	if err != nil {
		return err
	}
	if head := envOf(h); head.BaseFee.Gt(&env.BaseFee) {
		env.BaseFee = head.BaseFee
	}
	return nil
}

// MaxPriorityFeePerGas is eth_maxPriorityFeePerGas.
func (e *ethFees) MaxPriorityFeePerGas() *hexutil.Big {
	return (*hexutil.Big)(e.back.Fees.SuggestTip())
}

// BlobBaseFee is eth_blobBaseFee: the least, because there are no blobs on L2.
func (e *ethFees) BlobBaseFee() *hexutil.Big { return (*hexutil.Big)(big.NewInt(1)) }

// BaseFee is eth_baseFee: of the next block.
func (e *ethFees) BaseFee() (*hexutil.Big, error) {
	env, err := e.back.Fees.NextBlock()
	return (*hexutil.Big)(env.BaseFee.ToBig()), err
}

type feeHistory struct {
	OldestBlock      *hexutil.Big     `json:"oldestBlock"`
	Reward           [][]*hexutil.Big `json:"reward,omitempty"`
	BaseFee          []*hexutil.Big   `json:"baseFeePerGas,omitempty"`
	GasUsedRatio     []float64        `json:"gasUsedRatio"`
	BlobBaseFee      []*hexutil.Big   `json:"baseFeePerBlobGas,omitempty"`
	BlobGasUsedRatio []float64        `json:"blobGasUsedRatio,omitempty"`
	GasPerPubdata    []hexutil.Uint64 `json:"gasPerPubdata,omitempty"` // of the blocks and of the next one
}

// FeeHistory is eth_feeHistory.
func (e *ethFees) FeeHistory(count math.HexOrDecimal64, newest BlockNumber, rewardAt *[]float64) (*feeHistory, error) {
	if count == 0 {
		return &feeHistory{OldestBlock: new(hexutil.Big)}, nil
	}
	var percentiles []float64
	if rewardAt != nil {
		percentiles = *rewardAt
	}
	if err := checkPercentiles(percentiles); err != nil {
		return nil, err
	}
	last, ok, err := e.find(byNumber(newest))
	if err != nil {
		return nil, err
	}
	if !ok {
		head, err := e.back.Chain.Head()
		if err != nil {
			return nil, err
		}
		return nil, fmt.Errorf("request beyond head block: requested %d, head %d", last, head)
	}
	oldest := e.back.Chain.Oldest()
	if last < oldest && last > 0 {
		return nil, ErrPruned
	}
	blocks := min(uint64(count), e.cfg.FeeHistory, last+1-min(oldest, last))
	out := &feeHistory{OldestBlock: new(hexutil.Big)}
	if blocks == 0 {
		return out, nil
	}
	out.OldestBlock = (*hexutil.Big)(new(big.Int).SetUint64(last + 1 - blocks))
	for n := last + 1 - blocks; n <= last; n++ {
		if err := e.feesOfBlock(out, n, percentiles); err != nil {
			return nil, err
		}
	}
	return out, e.feesAfter(out, last)
}

func checkPercentiles(p []float64) error {
	if len(p) > maxPercentiles {
		return fmt.Errorf("invalid reward percentile: over the query limit %d", maxPercentiles)
	}
	for i, x := range p {
		if x < 0 || x > 100 {
			return fmt.Errorf("invalid reward percentile: %f", x)
		}
		if i > 0 && x <= p[i-1] {
			return fmt.Errorf("invalid reward percentile: #%d:%f >= #%d:%f", i-1, p[i-1], i, x)
		}
	}
	return nil
}

func (f *feeHistory) append(baseFee *big.Int, gasPerPubdata uint64) {
	if baseFee == nil {
		baseFee = new(big.Int)
	}
	f.BaseFee = append(f.BaseFee, (*hexutil.Big)(baseFee))
	f.BlobBaseFee = append(f.BlobBaseFee, (*hexutil.Big)(big.NewInt(1)))
	f.GasPerPubdata = append(f.GasPerPubdata, hexutil.Uint64(gasPerPubdata))
}

func (e *ethFees) feesOfBlock(out *feeHistory, n uint64, percentiles []float64) error {
	h, err := e.back.Chain.Header(n)
	if err != nil || h == nil {
		return fmt.Errorf("block %d: %w", n, orNotFound(err))
	}
	out.append(h.BaseFee, gasPerPubdata(h))
	out.GasUsedRatio = append(out.GasUsedRatio, float64(h.GasUsed)/float64(max(h.GasLimit, 1)))
	out.BlobGasUsedRatio = append(out.BlobGasUsedRatio, 0)
	if len(percentiles) == 0 {
		return nil
	}
	receipts, err := e.back.Chain.Receipts(n)
	if err != nil {
		return err
	}
	out.Reward = append(out.Reward, rewards(receipts, h.BaseFee, h.GasUsed, percentiles))
	return nil
}

// feesAfter adds what the block after last charged or will charge.
func (e *ethFees) feesAfter(out *feeHistory, last uint64) error {
	h, err := e.back.Chain.Header(last + 1)
	if err != nil {
		return err
	}
	if h != nil {
		out.append(h.BaseFee, gasPerPubdata(h))
		return nil
	}
	env, err := e.back.Fees.NextBlock()
	out.append(env.BaseFee.ToBig(), env.GasPerPubdata)
	return err
}

// rewards are the tips at percentiles of the block's gas. Priority operations pay no tip and are left out.
func rewards(receipts []*Receipt, baseFee *big.Int, gasUsed uint64, percentiles []float64) []*hexutil.Big {
	type paid struct {
		tip *big.Int
		gas uint64
	}
	var txs []paid
	for _, r := range receipts {
		if r.EffectiveGasPrice == nil || baseFee == nil || r.EffectiveGasPrice.ToBig().Cmp(baseFee) < 0 {
			continue
		}
		txs = append(txs, paid{new(big.Int).Sub(r.EffectiveGasPrice.ToBig(), baseFee), r.GasUsed})
	}
	slices.SortFunc(txs, func(a, b paid) int { return cmp.Or(a.tip.Cmp(b.tip), cmp.Compare(a.gas, b.gas)) })
	out := make([]*hexutil.Big, len(percentiles))
	at, sum := 0, uint64(0)
	for i, p := range percentiles {
		out[i] = new(hexutil.Big)
		if len(txs) == 0 {
			continue
		}
		threshold := uint64(float64(gasUsed) * p / 100)
		for sum+txs[at].gas < threshold && at < len(txs)-1 {
			sum += txs[at].gas
			at++
		}
		out[i] = (*hexutil.Big)(txs[at].tip)
	}
	return out
}
