package rpc

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/rollup"
)

var (
	transferTopic   = crypto.Keccak256Hash([]byte("Transfer(address,address,uint256)"))
	transferEmitter = common.HexToAddress("0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE") // ERC-7528's address of ETH
)

// transferTracer collects the logs of the calls of one simulated block, and on demand each transfer of ETH in the form of an ERC-20 log. Call frames that revert take their
// logs with them.
type transferTracer struct {
	env       rollup.BlockEnv
	transfers bool
	txHash    common.Hash
	txIndex   int
	frames    [][]*types.Log // of the open frames
	done      []*types.Log   // of the outermost frame
	next      uint           // index of the block's next log

	peak peakGas // of the call
}

func newTransferTracer(env rollup.BlockEnv, transfers bool) *transferTracer {
	return &transferTracer{env: env, transfers: transfers, txIndex: -1}
}

func (t *transferTracer) hooks() *tracing.Hooks {
	return &tracing.Hooks{OnEnter: t.enter, OnExit: t.exit, OnLog: func(l *types.Log) { t.add(l.Address, l.Topics, l.Data) }}
}

// begin starts a call.
func (t *transferTracer) begin(hash common.Hash) {
	t.txHash, t.frames, t.done, t.peak = hash, nil, nil, peakGas{}
	t.txIndex++
}

// end gives the logs of the call.
func (t *transferTracer) end(succeeded bool) []*types.Log {
	if !succeeded {
		t.next -= uint(len(t.done))
		return []*types.Log{}
	}
	if t.done == nil {
		return []*types.Log{}
	}
	return t.done
}

func (t *transferTracer) enter(depth int, typ byte, from, to common.Address, _ []byte, gas uint64, value *big.Int) {
	t.peak.enter(depth, gas)
	t.frames = append(t.frames, nil)
	if op := vm.OpCode(typ); t.transfers && op != vm.DELEGATECALL && op != vm.CALLCODE && value != nil && value.Sign() > 0 {
		t.add(transferEmitter, []common.Hash{transferTopic, common.BytesToHash(from[:]), common.BytesToHash(to[:])}, common.BigToHash(value).Bytes())
	}
}

func (t *transferTracer) exit(depth int, _ []byte, gasUsed uint64, _ error, reverted bool) {
	t.peak.exit(depth, gasUsed)
	last := len(t.frames) - 1
	if last < 0 {
		return
	}
	logs := t.frames[last]
	t.frames = t.frames[:last]
	if reverted {
		t.next -= uint(len(logs)) // they are the latest: their numbers are free again
		return
	}
	if last == 0 {
		t.done = logs
	} else {
		t.frames[last-1] = append(t.frames[last-1], logs...)
	}
}

func (t *transferTracer) add(address common.Address, topics []common.Hash, data []byte) {
	if len(t.frames) == 0 {
		return
	}
	l := &types.Log{
		Address: address, Topics: topics, Data: data, BlockNumber: t.env.Number, BlockTimestamp: t.env.Timestamp, TxHash: t.txHash, TxIndex: uint(t.txIndex), Index: t.next,
	}
	t.next++
	t.frames[len(t.frames)-1] = append(t.frames[len(t.frames)-1], l)
}
