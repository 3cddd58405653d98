package image

import (
	"encoding/binary"
	"fmt"

	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// A substitute takes the place of a function of a released module, which neither
// the go command's overlay nor a build tag can change: the first two instructions
// of the function become a jump to the substitute. Both have the same Go signature
// and so the same calling convention. A program has the substitutes that it links,
// by importing package guest/substitute, which holds them and checks the
// signatures.
type substitute struct{ function, by string }

const substitutePackage = "github.com/ashlar-labs/ashlar/guest/substitute."

// substitutes are all there are, by symbol name.
var substitutes = []substitute{
	{"github.com/ethereum/go-ethereum/crypto.Keccak256Hash", substitutePackage + "keccak256Hash"},
	{"github.com/ethereum/go-ethereum/crypto.Keccak256", substitutePackage + "keccak256"},
	{"github.com/ethereum/go-ethereum/crypto/keccak.keccakF1600", substitutePackage + "keccakF1600"},
	{"github.com/holiman/uint256.(*Int).Div", substitutePackage + "div"},
	{"github.com/holiman/uint256.(*Int).Mod", substitutePackage + "mod"},
	{"github.com/holiman/uint256.(*Int).MulMod", substitutePackage + "mulMod"},
}

// applySubstitutes redirects the functions of an image, in place, and returns their
// names. A function that the program does not link needs no substitute.
func applySubstitutes(m *rv64.Image, symbols rv64.Symbols) ([]string, error) {
	byName := map[string]rv64.Symbol{}
	for _, s := range symbols {
		byName[s.Name] = s
	}
	var done []string
	for _, sub := range substitutes {
		from, ok := byName[sub.function]
		to, ok2 := byName[sub.by]
		if !ok || !ok2 {
			continue
		}
		if err := redirect(m, from, to.Addr); err != nil {
			return nil, fmt.Errorf("image: substitute of %s: %w", sub.function, err)
		}
		done = append(done, sub.function)
	}
	return done, nil
}

// redirect makes a function jump elsewhere, by way of x31, which Go's calling
// convention leaves to the linker.
func redirect(m *rv64.Image, from rv64.Symbol, to uint64) error {
	const (
		tmp   = 31
		auipc = 0x17 | tmp<<7
		jalr  = 0x67 | tmp<<15 // rd = x0
	)
	if from.Bytes < 8 {
		return fmt.Errorf("function has only %d bytes", from.Bytes)
	}
	offset := int64(to) - int64(from.Addr)
	high := (offset + 0x800) >> 12
	if high != int64(int32(high<<12))>>12 {
		return fmt.Errorf("distance %#x is too far", offset)
	}
	low := offset - high<<12
	for i, w := range []uint32{auipc | uint32(high)<<12, jalr | uint32(low)<<20} {
		if err := putWord(m, from.Addr+4*uint64(i), w); err != nil {
			return err
		}
	}
	return nil
}

// putWord replaces an instruction.
func putWord(m *rv64.Image, addr uint64, w uint32) error {
	for _, p := range m.Pages {
		if at := addr - p.Addr; at < rv64.ImagePageBytes {
			binary.LittleEndian.PutUint32(p.Data[at:], w)
			return nil
		}
	}
	return fmt.Errorf("no code at %#x", addr)
}
