package main

import (
	"crypto/ecdsa"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"net"
	"os"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// usage is an error about what the caller typed.
func usage(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// schemes are the values of --da.
var schemes = map[string]rollup.DAScheme{"blobs": rollup.DABlobs, "calldata": rollup.DACalldata, "validium": rollup.DAValidium}

func parseScheme(name string) (rollup.DAScheme, error) {
	s, ok := schemes[name]
	if !ok {
		return 0, usage("--da %q: choose blobs, calldata or validium", name)
	}
	return s, nil
}

// readKey reads a private key, hexadecimal, from a file that only its owner should be able to read.
func readKey(flag, path string) (*ecdsa.PrivateKey, error) {
	if path == "" {
		return nil, usage("--%s is missing: a file with the private key in hexadecimal", flag)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, usage("--%s: %w", flag, err)
	}
	key, err := crypto.HexToECDSA(strings.TrimPrefix(strings.TrimSpace(string(raw)), "0x"))
	if err != nil {
		return nil, usage("--%s: %s does not hold a private key in hexadecimal", flag, path) // the reason could quote the key
	}
	return key, nil
}

func parseAddress(flag, text string) (common.Address, error) {
	if !common.IsHexAddress(text) {
		return common.Address{}, usage("--%s %q is not an address", flag, text)
	}
	return common.HexToAddress(text), nil
}

func parseHash(text string) (common.Hash, error) {
	b, err := hexutil.Decode(text)
	if err != nil || len(b) != common.HashLength {
		return common.Hash{}, usage("%q is not a transaction hash", text)
	}
	return common.Hash(b), nil
}

// parseSalt reads up to 32 bytes of hexadecimal; none is zero.
func parseSalt(text string) (common.Hash, error) {
	if text == "" {
		return common.Hash{}, nil
	}
	b, err := hexutil.Decode(text)
	if err != nil || len(b) > common.HashLength {
		return common.Hash{}, usage("--salt %q: up to 32 bytes in hexadecimal with 0x are needed", text)
	}
	return common.BytesToHash(b), nil
}

// parseAmount reads a positive amount: of ETH with up to 18 decimals, otherwise a whole number of units.
func parseAmount(text string, ether bool) (*big.Int, error) {
	bad := usage("--amount %q: a positive number is needed (ETH: up to 18 decimals; tokens: whole units)", text)
	decimals := 0
	if ether {
		decimals = 18
	}
	whole, fraction, _ := strings.Cut(text, ".")
	if len(text) > 100 || len(fraction) > decimals || whole+fraction == "" {
		return nil, bad
	}
	n, ok := new(big.Int).SetString(whole+fraction+strings.Repeat("0", decimals-len(fraction)), 10)
	if !ok || n.Sign() <= 0 || n.BitLen() > 256 || strings.ContainsAny(text, "+-_") {
		return nil, bad
	}
	return n, nil
}

// checkPace refuses intervals that no chain can work with.
func checkPace(blockTime, batchAge time.Duration) error {
	switch {
	case blockTime <= 0:
		return usage("--block-time %v: it has to be more than zero, for example 250ms", blockTime)
	case batchAge <= 0:
		return usage("--batch-age %v: it has to be more than zero, for example 10s", batchAge)
	}
	return nil
}

func checkFinality(blocks int64) error {
	if blocks < l1.FinalizedTag {
		return usage("--l1-finality %d: a number of blocks, or -1 for the node's finalized block", blocks)
	}
	return nil
}

// checkListen says before any work is done that an address cannot be listened on.
func checkListen(flag, address string) error {
	if _, err := net.ResolveTCPAddr("tcp", address); err != nil {
		return usage("--%s %q: an address like 127.0.0.1:3050 is needed", flag, address)
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return hintError{fmt.Errorf("--%s: %w", flag, err), "port 0 takes a free one"}
	}
	return listener.Close()
}

func readChain(dir string) (*node.Chain, error) {
	chain, err := node.ReadChain(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, hintError{err, "ashlar deploy --chain-dir " + dir}
	}
	return chain, err
}
