package statetest

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/common/math"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// forks are the fork names of fixtures that this chain's configuration can express.
var forks = map[string]rollup.Fork{"Cancun": rollup.ForkCancun, "Prague": rollup.ForkPrague, "Osaka": rollup.ForkOsaka}

// Case is one test: one transaction on one state.
type Case struct {
	Name   string // file, test, fork and index
	Config rollup.ChainConfig
	Env    rollup.BlockEnv
	Chain  rollup.ChainState
	Pre    Alloc // shared by the cases of a test: not to be changed
	RawTx  []byte

	Root    common.Hash // Ethereum's state root afterwards
	Logs    common.Hash // keccak(rlp(logs))
	Refused string      // the expected exception, when the transaction is invalid
}

// Block is the block that holds nothing but the case's transaction.
func (c *Case) Block() *rollup.Block { return &rollup.Block{Env: c.Env, Txs: [][]byte{c.RawTx}} }

type fixture struct {
	Env struct {
		Coinbase  common.UnprefixedAddress `json:"currentCoinbase"`
		Random    common.UnprefixedHash    `json:"currentRandom"`
		GasLimit  math.HexOrDecimal64      `json:"currentGasLimit"`
		Number    math.HexOrDecimal64      `json:"currentNumber"`
		Timestamp math.HexOrDecimal64      `json:"currentTimestamp"`
		BaseFee   *math.HexOrDecimal256    `json:"currentBaseFee"`
	} `json:"env"`
	Pre  map[common.UnprefixedAddress]fixtureAccount `json:"pre"`
	Post map[string][]struct {
		Hash    common.UnprefixedHash `json:"hash"`
		Logs    common.UnprefixedHash `json:"logs"`
		TxBytes hexutil.Bytes         `json:"txbytes"`
		Refused string                `json:"expectException"`
	} `json:"post"`
}

type fixtureAccount struct {
	Balance *math.HexOrDecimal256 `json:"balance"`
	Nonce   math.HexOrDecimal64   `json:"nonce"`
	Code    hexutil.Bytes         `json:"code"`
	Storage map[string]string     `json:"storage"`
}

// Files are the fixture files below dir, sorted.
func Files(dir string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".json") {
			files = append(files, path)
		}
		return err
	})
	return files, err
}

// Load reads the cases of one file for forks from Cancun on, in a fixed order. base is what is cut off the file's name in the cases' names.
func Load(base, path string) ([]*Case, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var tests map[string]*fixture
	if err := json.Unmarshal(data, &tests); err != nil {
		return nil, fmt.Errorf("fixture %s: %w", path, err)
	}
	rel, err := filepath.Rel(base, path)
	if err != nil {
		return nil, err
	}
	var cases []*Case
	for name, f := range tests {
		more, err := f.cases(strings.TrimSuffix(filepath.ToSlash(rel), ".json") + "/" + name)
		if err != nil {
			return nil, fmt.Errorf("fixture %s: %s: %w", path, name, err)
		}
		cases = append(cases, more...)
	}
	sort.SliceStable(cases, func(i, j int) bool { return cases[i].Name < cases[j].Name })
	return cases, nil
}

func (f *fixture) cases(name string) ([]*Case, error) {
	pre := make(Alloc, len(f.Pre))
	for address, a := range f.Pre {
		account, err := a.account()
		if err != nil {
			return nil, fmt.Errorf("account %x: %w", address, err)
		}
		pre[common.Address(address)] = account
	}
	env := rollup.BlockEnv{
		Number: uint64(f.Env.Number), Timestamp: uint64(f.Env.Timestamp), GasLimit: uint64(f.Env.GasLimit),
		Coinbase: common.Address(f.Env.Coinbase), PrevRandao: common.Hash(f.Env.Random), BaseFee: *uint256.NewInt(10),
	}
	if f.Env.BaseFee != nil {
		env.BaseFee = *uint256.MustFromBig((*bigInt)(f.Env.BaseFee))
	}
	chain := rollup.ChainState{LastBlock: env.Number - 1}
	for n := range uint64(rollup.BlockHashWindow) { // the format's block hashes: keccak of the number in decimal
		if n <= chain.LastBlock {
			chain.BlockHashes[rollup.BlockHashWindow-1-n] = crypto.Keccak256Hash([]byte(fmt.Sprint(chain.LastBlock - n)))
		}
	}
	var cases []*Case
	for fork, posts := range f.Post {
		id, ok := forks[fork]
		if !ok {
			continue
		}
		for i, p := range posts {
			cases = append(cases, &Case{
				Name:   fmt.Sprintf("%s/%s/%d", name, fork, i),
				Config: rollup.ChainConfig{ChainID: 1, Fork: id, BlockGasLimit: env.GasLimit},
				Env:    env, Chain: chain, Pre: pre, RawTx: slices.Clone(p.TxBytes),
				Root: common.Hash(p.Hash), Logs: common.Hash(p.Logs), Refused: p.Refused,
			})
		}
	}
	return cases, nil
}

func (a *fixtureAccount) account() (*AllocAccount, error) {
	balance, overflow := uint256.FromBig((*bigInt)(a.Balance))
	if overflow {
		return nil, fmt.Errorf("balance above 256 bits")
	}
	out := &AllocAccount{Nonce: uint64(a.Nonce), Balance: *balance, Code: a.Code, Storage: make(map[common.Hash]common.Hash, len(a.Storage))}
	for k, v := range a.Storage {
		if value := common.HexToHash(v); value != (common.Hash{}) {
			out.Storage[common.HexToHash(k)] = value
		}
	}
	return out, nil
}
