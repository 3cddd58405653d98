// Command json adds up a ledger with the standard library's JSON package.
//
//	in   a JSON array of {"account": string, "amount": integer}
//	out  SHA-256 of the balances that are not zero as JSON, in the order of accounts:
//	     {"alice":5,"bob":-5}
//
// Input that is no such array, an unknown field, or a balance that overflows is a panic, hence
// a trap: there is no proof.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"io"
	"maps"

	"github.com/ashlar-labs/ashlar/guest"
)

type entry struct {
	Account string `json:"account"`
	Amount  int64  `json:"amount"`
}

func main() { guest.Main(run) }

func run(input []byte) [32]byte { return sha256.Sum256(balances(input)) }

func balances(input []byte) []byte {
	d := json.NewDecoder(bytes.NewReader(input))
	d.DisallowUnknownFields()
	var entries []entry
	if err := d.Decode(&entries); err != nil {
		panic(err)
	}
	if _, err := d.Token(); err != io.EOF {
		panic("the input does not end after the ledger")
	}
	total := map[string]int64{}
	for _, e := range entries {
		before := total[e.Account]
		after := before + e.Amount
		if (after >= before) != (e.Amount >= 0) {
			panic("balance of " + e.Account + " overflows")
		}
		total[e.Account] = after
	}
	maps.DeleteFunc(total, func(_ string, balance int64) bool { return balance == 0 })
	out, err := json.Marshal(total) // keys in order
	if err != nil {
		panic(err)
	}
	return out
}
