package l1

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
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

// Kinds of errors.
//
//	Temporary  no answer, or one that cannot be true: tried again
//	Rewind     tried again after going back to a block that is still canonical
//	Refused    L1 answered this very call with no: a call that would revert must not be sent, a read is tried again
//	Critical   stops the service that met it: another chain, and everything that is not about L1, such as a damaged record
const (
	Temporary Kind = iota
	Rewind
	Refused
	Critical
)

// String names the kind for logs.
func (k Kind) String() string { return [...]string{"temporary", "rewind", "refused", "critical"}[k] }

// KindOf sorts an error of an L1 call. A node that is down, overloaded, restarting, behind another one or hidden by a proxy that answers in its stead is temporary, with whatever HTTP status.
func KindOf(err error) Kind {
	var coded rpc.Error
	switch {
	case errors.Is(err, ErrReorg):
		return Rewind
	case errors.Is(err, ErrWrongChain):
		return Critical
	case unanswered(err):
		return Temporary
	case errors.As(err, &coded):
		return kindOfCode(coded)
	case unreadable(err):
		return Temporary
	}
	return Critical
}

// unanswered recognises that the call did not reach a node, or its answer not us.
func unanswered(err error) bool {
	var network net.Error
	var status rpc.HTTPError
	return errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, rpc.ErrClientQuit) || errors.Is(err, rpc.ErrNoResult) || errors.Is(err, ethereum.NotFound) || errors.As(err, &network) || errors.As(err, &status)
}

// unreadable recognises answers that are no JSON-RPC (a proxy's error page), or contradict themselves, and lost WebSocket connections. The packages concerned name most of
// these errors by text only.
func unreadable(err error) bool {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	if errors.As(err, &syntax) || errors.As(err, &kind) {
		return true
	}
	text := err.Error()
	for _, part := range []string{"connection lost", "client reconnected", "websocket: ", "missing required field", "server returned ", "invalid character"} {
		if strings.Contains(text, part) {
			return true
		}
	}
	return false
}

// kindOfCode sorts an answer of the node. Its code says little (most are -32000), so the text decides.
func kindOfCode(err rpc.Error) Kind {
	const executionReverted, limitExceeded, resourceUnavailable, internalError = 3, -32005, -32002, -32603
	code := err.ErrorCode()
	if code == executionReverted { // its text is the contract's
		return Refused
	}
	if code == limitExceeded || code == resourceUnavailable || code == internalError {
		return Temporary
	}
	text := strings.ToLower(err.Error())
	for _, passing := range []string{
		"header not found", "header for hash not found", "block not found", "unknown block", "not currently canonical", "missing trie node", "state not available", "historical state", "beyond current head",
		"indexing is in progress", "log value pointer", "timeout", "timed out", "too many requests", "rate limit", "response too large",
	} {
		if strings.Contains(text, passing) {
			return Temporary
		}
	}
	return Refused
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
