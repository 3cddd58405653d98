// Package vectors makes the hashes that Go and Solidity have to agree on.
//
// Out: JSON files in this folder, each value computed by package rollup from fixed inputs; inputs are ABI-encoded, so that a
// Foundry test decodes them and computes the same hash with contracts/src/common. The Go test keeps the files up to date,
// the Foundry test (test/core/Vectors.t.sol) keeps Solidity equal to them.
package vectors

import (
	"encoding/json"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Pairs are inputs and the hash of each.
type Pairs struct {
	Inputs []hexutil.Bytes `json:"inputs"`
	Hashes []common.Hash   `json:"hashes"`
}

func (p *Pairs) add(input []byte, hash common.Hash) {
	p.Inputs = append(p.Inputs, input)
	p.Hashes = append(p.Hashes, hash)
}

// LogTree is a tree of logs and the proof of some of its leaves.
type LogTree struct {
	Leaves  []common.Hash   `json:"leaves"`
	Root    common.Hash     `json:"root"`
	Indices []int           `json:"indices"`
	Proofs  []hexutil.Bytes `json:"proofs"` // abi.encode(bytes32[])
}

// Batch is the content of batch.json.
type Batch struct {
	StoredBatchInfo Pairs            `json:"storedBatchInfo"` // abi.encode(StoredBatchInfo)
	BatchOutput     Pairs            `json:"batchOutput"`     // abi.encode(CommitBatchInfo)
	ChainConfig     Pairs            `json:"chainConfig"`     // abi.encode(chainId, ChainConfig)
	PublicInput     Pairs            `json:"publicInput"`     // before ‖ after ‖ config ‖ output
	RolledInputs    common.Hash      `json:"rolledInputs"`    // over publicInput.hashes
	CanonicalTx     Pairs            `json:"canonicalTx"`     // abi.encode(L2CanonicalTransaction)
	PriorityOps     []common.Hash    `json:"priorityOps"`     // priorityOps[i] = rolling hash of the first i of canonicalTx.hashes
	Log             Pairs            `json:"log"`             // abi.encode(L2Log)
	LogTree         LogTree          `json:"logTree"`
	L1Accounts      []common.Address `json:"l1Accounts"`
	L2Aliases       []common.Address `json:"l2Aliases"`
}

// MakeBatch returns the text of batch.json.
func MakeBatch() ([]byte, error) {
	var b Batch
	for i := uint64(0); i < 4; i++ {
		addBatch(&b, i)
		addLog(&b, i)
		addTransaction(&b, i)
		account := common.BytesToAddress(seeded("account", i).Bytes())
		b.L1Accounts = append(b.L1Accounts, account)
		b.L2Aliases = append(b.L2Aliases, rollup.AliasL1Address(account))
	}
	b.RolledInputs = rollup.RollPublicInputs(b.PublicInput.Hashes)
	for i := range len(b.CanonicalTx.Hashes) + 1 {
		b.PriorityOps = append(b.PriorityOps, rollup.RollingHash(b.CanonicalTx.Hashes[:i]))
	}
	if err := addLogTree(&b); err != nil {
		return nil, err
	}
	return text(b)
}

func text(v any) ([]byte, error) {
	out, err := json.MarshalIndent(v, "", " ")
	return append(out, '\n'), err
}

func seeded(label string, i uint64) common.Hash {
	return crypto.Keccak256Hash([]byte(label), []byte{byte(i)})
}

func word(x uint64) []byte { return common.BigToHash(new(big.Int).SetUint64(x)).Bytes() }

func concat(parts ...[]byte) (out []byte) {
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

// addBatch adds batch i: output, stored information, configuration, public input. Numbers grow to the ends of their types.
func addBatch(b *Batch, i uint64) {
	edge := []uint64{0, 1, 1_700_000_000, 1<<63 + 5}[i]
	o := rollup.BatchOutput{
		ChainID: 270 + i, FirstBlockTimestamp: edge, LastBlockTimestamp: edge + i, DAScheme: rollup.DABlobs, DACommitment: seeded("da", i),
		NumL1Txs: i, NumL2Txs: edge, PriorityOpsHash: seeded("priority", i), L2LogsRoot: seeded("logs", i), SettlementChainID: 1337,
	}
	if i == 3 {
		o.UpgradeTxHash = seeded("upgrade", i)
	}
	state := seeded("state", i+1)
	b.BatchOutput.add(encodeCommit(&o, i, state), o.Hash())

	s := rollup.StoredBatchInfo{
		BatchNumber: edge, StateCommitment: state, NumL1Txs: o.NumL1Txs, PriorityOpsHash: o.PriorityOpsHash, L2LogsRoot: o.L2LogsRoot,
		Timestamp: o.LastBlockTimestamp, OutputHash: o.Hash(),
	}
	b.StoredBatchInfo.add(concat(word(s.BatchNumber), state[:], word(0), word(s.NumL1Txs), s.PriorityOpsHash[:], word(0), s.L2LogsRoot[:],
		word(s.Timestamp), s.OutputHash[:]), s.Hash())

	c := rollup.ChainConfig{ChainID: o.ChainID, Fork: rollup.ForkOsaka, BlockGasLimit: 100_000_000 + edge, MaxGasPerPubdata: 800 * i}
	b.ChainConfig.add(concat(word(c.ChainID), word(uint64(c.Fork)), word(c.BlockGasLimit), word(c.MaxGasPerPubdata)), c.Hash())

	before, config, output := seeded("state", i), c.Hash(), o.Hash()
	b.PublicInput.add(concat(before[:], state[:], config[:], output[:]), rollup.PublicInput(before, state, config, output))
}

func addLog(b *Batch, i uint64) {
	sender := common.BytesToAddress(seeded("sender", i).Bytes())
	message := rollup.MessageLog(uint16(65_535*(i%2)), sender, seeded("message", i))
	result := rollup.PriorityResultLog(uint16(i), seeded("operation", i), i%2 == 0)
	for _, l := range []rollup.L2ToL1Log{message, result} {
		raw := l.Append(nil) // shard 1, service 1, number 2, sender 20, key 32, value 32
		b.Log.add(concat(word(uint64(raw[0])), word(uint64(raw[1])), common.LeftPadBytes(raw[2:4], 32), common.LeftPadBytes(raw[4:24], 32),
			raw[24:56], raw[56:88]), l.Hash())
	}
}

func addTransaction(b *Batch, i uint64) {
	t := rollup.CanonicalTx{
		Type: rollup.PriorityTxType, From: common.BytesToAddress(seeded("from", i).Bytes()), To: common.BytesToAddress(seeded("to", i).Bytes()),
		GasLimit: 200_000 * (i + 1), GasPerPubdataLimit: 800, Nonce: i, MaxFeePerGas: *uint256.NewInt(250_000_000),
		Value: *uint256.NewInt(i), ToMint: *uint256.MustFromBig(new(big.Int).Lsh(big.NewInt(1), uint(64*i))),
		RefundRecipient: common.BytesToAddress(seeded("refund", i).Bytes()), Data: seeded("data", i).Bytes()[:i*8],
	}
	if i == 3 {
		t.Type, t.Data = rollup.UpgradeTxType, make([]byte, 100)
	}
	b.CanonicalTx.add(t.Append(nil), t.Hash())
}

func addLogTree(b *Batch) error {
	leaves := b.Log.Hashes[:5]
	tree := LogTree{Leaves: leaves, Root: rollup.L2LogsRoot(leaves), Indices: []int{0, 1, 4}}
	for _, i := range tree.Indices {
		proof, err := rollup.LogProof(leaves, i)
		if err != nil {
			return fmt.Errorf("log %d: %w", i, err)
		}
		enc := concat(word(32), word(uint64(len(proof))))
		for _, p := range proof {
			enc = append(enc, p[:]...)
		}
		tree.Proofs = append(tree.Proofs, enc)
	}
	b.LogTree = tree
	return nil
}

// encodeCommit is abi.encode(CommitBatchInfo) with three bytes of operator input.
func encodeCommit(o *rollup.BatchOutput, number uint64, state common.Hash) []byte {
	const words = 17
	da := []byte{1, 2, 3}
	return concat(word(32), word(number), state[:], word(o.NumL1Txs), word(o.NumL2Txs), o.PriorityOpsHash[:], o.DependencyRootsHash[:],
		o.L2LogsRoot[:], word(uint64(o.DAScheme)), o.DACommitment[:], word(o.FirstBlockTimestamp), word(number), word(o.LastBlockTimestamp),
		word(number+1), word(o.ChainID), word(words*32), word(o.SettlementChainID), o.UpgradeTxHash[:],
		word(uint64(len(da))), common.RightPadBytes(da, 32))
}
