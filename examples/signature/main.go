// Command signature proves that somebody holds signatures of messages by certain keys of
// secp256k1, without sending the signatures along.
//
//	in   for each signature: 32 bytes hash of the message, 1 byte recovery bit, 32 bytes r,
//	     32 bytes s; at least one
//	out  Keccak-256 of, for each signature, the hash and the signer's Ethereum address
//
// Input of another length, or a signature that no key made, is a panic, hence a trap: there
// is no proof. Curve arithmetic and Keccak are accelerators of the machine.
package main

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf/secp256k1"
	"github.com/ashlar-labs/ashlar/guest"
	"github.com/ashlar-labs/ashlar/guest/accel"
)

const inputBytes = 32 + 1 + 32 + 32

func main() { guest.Main(run) }

func run(input []byte) [32]byte {
	if len(input) == 0 || len(input)%inputBytes != 0 {
		panic("the input is not hashes and signatures")
	}
	var statement []byte
	for ; len(input) > 0; input = input[inputBytes:] {
		statement = append(statement, input[:32]...)
		statement = append(statement, signer(input[:inputBytes])...)
	}
	return accel.Keccak256(statement)
}

// signer is the address of the key that made a signature.
func signer(signed []byte) []byte {
	hash := common.Hash(signed[:32])
	r, s := new(uint256.Int).SetBytes32(signed[33:65]), new(uint256.Int).SetBytes32(signed[65:])
	var public [64]byte
	if !secp256k1.Recover(&public, &hash, signed[32], r, s) {
		panic("no key made this signature")
	}
	key := accel.Keccak256(public[:])
	return key[12:]
}
