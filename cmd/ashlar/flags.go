package main

import (
	"crypto/ecdsa"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/big"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/contracts/deploy"
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

// maxKeyFileBytes is more than a key and what an editor leaves around it.
const maxKeyFileBytes = 1 << 10

// readKey reads a private key, hexadecimal, from a file, with a warning on talk when others than its owner and group can read it.
func readKey(talk io.Writer, flag, path string) (*ecdsa.PrivateKey, error) {
	if path == "" {
		return nil, usage("--%s is missing: a file with the private key in hexadecimal", flag)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, usage("--%s: %w", flag, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, usage("--%s: %s is a directory", flag, path)
	}
	raw, err := readAtMost(f, f, maxKeyFileBytes)
	if err != nil {
		return nil, usage("--%s %s: %w", flag, path, err)
	}
	key, err := crypto.HexToECDSA(strings.TrimPrefix(strings.TrimSpace(string(raw)), "0x"))
	if err != nil {
		return nil, usage("--%s: %s does not hold a private key in hexadecimal", flag, path) // the reason could quote the key
	}
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() && info.Mode()&0o007 != 0 {
		fmt.Fprintf(talk, "warning: --%s: every user of this machine can read %s: chmod 600 %s\n", flag, path, path)
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
	bad := usage("--amount %q: a positive number is needed (ETH: up to 18 decimals; tokens: a whole number of their smallest unit)", text)
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

func checkChainID(id uint64) error {
	if id == 0 || id > deploy.MaxChainID {
		return usage("--chain-id %d: a number from 1 to %d is needed", id, uint64(deploy.MaxChainID))
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
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return hintError{fmt.Errorf("--%s: %w", flag, err), "port 0 takes a free one"}
	case err != nil:
		return hintError{fmt.Errorf("--%s: %w", flag, err), "127.0.0.1 is for this machine alone, 0.0.0.0 for every network; ports below 1024 need rights"}
	}
	return listener.Close()
}

func readChain(dir string) (*node.Chain, error) {
	chain, err := node.ReadChain(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, hintError{err, "ashlar deploy --chain-dir " + dir + " makes a chain and its directory; one that is there is named with --chain-dir (of a devnet or a replica it is the --data-dir)"}
	}
	return chain, err
}

// checkEndpoint refuses what cannot be the address of JSON-RPC: neither a URL nor the socket of a node on this machine.
func checkEndpoint(flag, text string) error {
	if u, err := url.Parse(text); err == nil && u.Host != "" && slices.Contains([]string{"http", "https", "ws", "wss"}, u.Scheme) {
		return nil
	}
	if info, err := os.Stat(text); err == nil && info.Mode()&fs.ModeSocket != 0 {
		return nil
	}
	return usage("--%s %q is no URL: http://HOST:PORT or ws://HOST:PORT is needed", flag, withoutSecrets(text))
}

// checkHTTP refuses what is no URL of an HTTP server.
func checkHTTP(flag, text string) error {
	if u, err := url.Parse(text); err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return usage("--%s %q is no URL: http://HOST:PORT is needed", flag, withoutSecrets(text))
	}
	return nil
}

// checkStream refuses what cannot be addresses of NATS servers.
func checkStream(text string) error {
	for address := range strings.SplitSeq(text, ",") {
		scheme, rest, ok := strings.Cut(strings.TrimSpace(address), "://")
		if !ok {
			scheme, rest = "nats", scheme
			if _, _, err := net.SplitHostPort(rest); err != nil {
				rest = ""
			}
		}
		if rest == "" || !slices.Contains([]string{"nats", "tls", "ws", "wss"}, scheme) {
			return usage("--stream %q is no URL of a NATS server: nats://HOST:4222 is needed", withoutSecrets(address))
		}
	}
	return nil
}

// checkDir refuses a directory that cannot be written, or made, before any work is done. It makes nothing.
func checkDir(flag, dir string) error {
	if dir == "" {
		return usage("--%s is missing: a directory", flag)
	}
	there := dir
	info, err := os.Stat(there)
	for err != nil && errors.Is(err, fs.ErrNotExist) && there != filepath.Dir(there) {
		there = filepath.Dir(there)
		info, err = os.Stat(there)
	}
	if err != nil {
		return usage("--%s: %w", flag, err)
	}
	if !info.IsDir() {
		return usage("--%s %s: %s is no directory", flag, dir, there)
	}
	f, err := os.CreateTemp(there, ".ashlar.tmp-")
	if err != nil {
		return hintError{fmt.Errorf("--%s %s: the directory %s cannot be written: %w", flag, dir, there, reason(err)), "look at its owner and mode, and at the room on the disk"}
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

// reason is what the system says, without the name of a file that only this program knows.
func reason(err error) error {
	if bad := (*fs.PathError)(nil); errors.As(err, &bad) {
		return bad.Err
	}
	return err
}
