package stf

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf/secp256k1"
)

// checkSignature checks ranges and, as EIP-2 demands of transactions, that s is in the lower half.
func (t *Tx) checkSignature() error {
	if !secp256k1.ValidSignature(&t.r, &t.s, true) {
		return ErrInvalidSignature
	}
	return nil
}

// Sender is the account that signed the transaction, or the one an L1 operation names. It is computed once; the first call must not run at the same time as another.
func (t *Tx) Sender() (common.Address, error) {
	if !t.hasSender {
		t.sender, t.senderErr = recoverAddress(t.signed, t.recovery, &t.r, &t.s)
		t.hasSender = true
	}
	return t.sender, t.senderErr
}

// recoverAddress is the address of the key that made the signature (r, s) of the hash of the parts.
func recoverAddress(parts [][]byte, recovery byte, r, s *uint256.Int) (common.Address, error) {
	hash := crypto.Keccak256Hash(parts...)
	var public [64]byte
	if !secp256k1.Recover(&public, &hash, recovery, r, s) {
		return common.Address{}, ErrInvalidSignature
	}
	of := crypto.Keccak256Hash(public[:])
	return common.Address(of[12:]), nil
}

// authority is the account that signed an EIP-7702 authorization.
func authority(a *types.SetCodeAuthorization) (common.Address, error) {
	if a.V > 1 || !secp256k1.ValidSignature(&a.R, &a.S, true) {
		return common.Address{}, ErrInvalidSignature
	}
	body := appendRLPUint256(make([]byte, 0, 64), &a.ChainID)
	body = appendRLPBytes(body, a.Address[:])
	body = appendRLPUint64(body, a.Nonce)
	head := appendRLPHeader([]byte{0x05}, 0xc0, len(body))
	return recoverAddress([][]byte{head, body}, a.V, &a.R, &a.S)
}
