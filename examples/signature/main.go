// Command signature proves that somebody holds a signature of a message by a certain key of
// secp256k1, without showing the signature.
//
//	in   32 bytes hash of the message, 1 byte recovery bit, 32 bytes r, 32 bytes s
//	out  Keccak-256 of the hash and the signer's Ethereum address
//
// Input of another length, or without a key that made the signature, is a panic, hence a
// trap: there is no proof. Curve arithmetic and Keccak are accelerators of the machine.
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
	if len(input) != inputBytes {
		panic("the input is not a hash and a signature")
	}
	hash := common.Hash(input[:32])
	r, s := new(uint256.Int).SetBytes32(input[33:65]), new(uint256.Int).SetBytes32(input[65:97])
	public, ok := secp256k1.Recover(&hash, input[32], r, s)
	if !ok {
		panic("no key made this signature")
	}
	key := accel.Keccak256(public[:])
	return accel.Keccak256(append(hash[:], key[12:]...))
}
