package rv64

import "encoding/binary"

// Snapshot returns the hart's present state as an image with the same text:
// registers, pc and all memory that is not zero. A reservation is lost, as by a switch of
// processes.
func (h *Hart) Snapshot() *Image {
	img := &Image{TextAddr: h.prog.image.TextAddr, TextBytes: h.prog.image.TextBytes, PC: h.PC}
	copy(img.X[:], h.X[:32])
	img.X[0] = 0
	for i, p := range h.mem.read {
		if p == nil || p == &zeroPage {
			continue
		}
		for at := 0; at < pageCells; at += ImagePageBytes / 8 {
			data, zero := new([ImagePageBytes]byte), uint64(0)
			for k := range ImagePageBytes / 8 {
				zero |= p[at+k]
				binary.LittleEndian.PutUint64(data[8*k:], p[at+k])
			}
			if zero != 0 {
				img.Pages = append(img.Pages, ImagePage{uint64(i)<<pageShift + 8*uint64(at), data})
			}
		}
	}
	return img
}
