//go:build !(ashlar_guest && riscv64)

package stf

import (
	"encoding/binary"

	"github.com/ethereum/go-ethereum/common"
)

func (k *rawKey) setAddress(a *common.Address) {
	*k = rawKey{binary.LittleEndian.Uint64(a[0:]), binary.LittleEndian.Uint64(a[8:]), uint64(binary.LittleEndian.Uint32(a[16:]))}
}

func (k *rawKey) setHash(h *common.Hash) {
	*k = rawKey{
		binary.LittleEndian.Uint64(h[0:]), binary.LittleEndian.Uint64(h[8:]), binary.LittleEndian.Uint64(h[16:]), binary.LittleEndian.Uint64(h[24:]),
	}
}
