//go:build ashlar_guest && riscv64

package stf

import "github.com/ethereum/go-ethereum/common"

// The machine has no misaligned access: words at other addresses are put together from two cells.

func (k *rawKey) setAddress(a *common.Address) { loadAddress(k, a) }
func (k *rawKey) setHash(h *common.Hash)       { loadHash(k, h) }

//go:noescape
func loadAddress(k *rawKey, a *common.Address)

//go:noescape
func loadHash(k *rawKey, h *common.Hash)
