package main

import (
	"testing"

	"github.com/ethereum/go-ethereum/crypto"
)

// input is a signature of a message by a key derived from a seed.
func input(t *testing.T, seed, message string) ([]byte, [32]byte) {
	t.Helper()
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte(seed)))
	if err != nil {
		t.Fatal(err)
	}
	hash := crypto.Keccak256([]byte(message))
	sig, err := crypto.Sign(hash, key)
	if err != nil {
		t.Fatal(err)
	}
	in := append(append(append([]byte{}, hash...), sig[64]), sig[:64]...)
	return in, [32]byte(crypto.Keccak256(hash, crypto.PubkeyToAddress(key.PublicKey).Bytes()))
}

func TestRun(t *testing.T) {
	for _, seed := range []string{"a", "b", "c"} {
		in, want := input(t, seed, "message of "+seed)
		if got := run(in); got != want {
			t.Errorf("%s: %x, want %x", seed, got, want)
		}
	}
}

func TestRunRefuses(t *testing.T) {
	in, _ := input(t, "a", "message")
	zero := append([]byte{}, in...)
	clear(zero[33:65])
	for name, bad := range map[string][]byte{"empty": nil, "short": in[:96], "long": append(in, 0), "r is zero": zero} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s is accepted", name)
				}
			}()
			run(bad)
		}()
	}
}
