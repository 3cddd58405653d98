package l1

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/rpc"
)

// Sentinels for [KindOf] and callers.
var (
	ErrWrongChain = errors.New("wrong L1 chain")
	// ErrReorg says that a block which was read before is no longer canonical.
	ErrReorg = errors.New("L1 reorganisation")
)

// Kind is what to do about an error.
type Kind int

// Kinds of errors. A critical error stops the service that met it; the others are tried again, a rewind after going back to a block that is still canonical.
const (
	Temporary Kind = iota
	Rewind
	Critical
)

// String names the kind for logs.
func (k Kind) String() string { return [...]string{"temporary", "rewind", "critical"}[k] }

// KindOf sorts an error of an L1 call.
func KindOf(err error) Kind {
	var network net.Error
	var status rpc.HTTPError
	var coded rpc.Error
	switch {
	case errors.Is(err, ErrReorg):
		return Rewind
	case errors.Is(err, ErrWrongChain):
		return Critical
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF),
		errors.Is(err, rpc.ErrClientQuit), errors.Is(err, ethereum.NotFound), errors.As(err, &network):
		return Temporary
	case errors.As(err, &status):
		if status.StatusCode >= 500 || status.StatusCode == http.StatusTooManyRequests || status.StatusCode == http.StatusRequestTimeout {
			return Temporary
		}
		return Critical
	case errors.As(err, &coded):
		return kindOfCode(coded)
	}
	return Critical
}

// kindOfCode sorts an answer of the node. Its code says little (most are -32000), so the text decides.
func kindOfCode(err rpc.Error) Kind {
	const limitExceeded, resourceUnavailable, internalError = -32005, -32002, -32603
	if code := err.ErrorCode(); code == limitExceeded || code == resourceUnavailable || code == internalError {
		return Temporary
	}
	text := strings.ToLower(err.Error())
	for _, passing := range []string{"header not found", "unknown block", "missing trie node", "indexing is in progress", "timeout", "too many requests", "rate limit"} {
		if strings.Contains(text, passing) {
			return Temporary
		}
	}
	return Critical
}

// rangeTooLarge recognises how nodes and providers refuse a log query for its size.
func rangeTooLarge(err error) bool {
	text := strings.ToLower(err.Error())
	for _, hint := range []string{"query returned more than", "block range", "range too", "too many", "response size", "limit exceeded", "exceeds max"} {
		if strings.Contains(text, hint) {
			return true
		}
	}
	return false
}
