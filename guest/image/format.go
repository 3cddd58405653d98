package image

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// FormatVersion is the version of the image file.
const FormatVersion = 1

// An image file is, little-endian, without padding:
//
//	magic "ashlarim", u32 format version, u32 abi version,
//	u64 text address, u64 text bytes, u64 pc, u64 x1 .. x31,
//	u32 page count, then per page: u32 address / 4096, 4096 bytes
const (
	magic       = "ashlarim"
	headerBytes = 8 + 4 + 4 + 3*8 + 31*8 + 4
	pageBytes   = 4 + rv64.ImagePageBytes
)

// Digest is the SHA-256 of an image's encoding.
type Digest [32]byte

func (d Digest) String() string { return hex.EncodeToString(d[:]) }

// Encode returns the file of an image. The image must satisfy Check.
func Encode(m *rv64.Image) []byte {
	b := make([]byte, 0, headerBytes+len(m.Pages)*pageBytes)
	le := binary.LittleEndian
	b = append(b, magic...)
	b = le.AppendUint32(b, FormatVersion)
	b = le.AppendUint32(b, abi.Version)
	b = le.AppendUint64(b, m.TextAddr)
	b = le.AppendUint64(b, m.TextBytes)
	b = le.AppendUint64(b, m.PC)
	for _, x := range m.X[1:] {
		b = le.AppendUint64(b, x)
	}
	b = le.AppendUint32(b, uint32(len(m.Pages)))
	for _, p := range m.Pages {
		b = le.AppendUint32(b, uint32(p.Addr/rv64.ImagePageBytes))
		b = append(b, p.Data[:]...)
	}
	return b
}

// DigestOf returns the digest of an image.
func DigestOf(m *rv64.Image) Digest { return sha256.Sum256(Encode(m)) }

// Decode reads an image file. It accepts exactly what Encode writes; the pages of
// the result alias b.
func Decode(b []byte) (*rv64.Image, error) {
	le := binary.LittleEndian
	if len(b) < headerBytes || string(b[:8]) != magic {
		return nil, fmt.Errorf("decode image: not an image file")
	}
	if v := le.Uint32(b[8:]); v != FormatVersion {
		return nil, fmt.Errorf("decode image: format version %d, want %d", v, FormatVersion)
	}
	if v := le.Uint32(b[12:]); v != abi.Version {
		return nil, fmt.Errorf("decode image: abi version %d, want %d", v, abi.Version)
	}
	m := &rv64.Image{TextAddr: le.Uint64(b[16:]), TextBytes: le.Uint64(b[24:]), PC: le.Uint64(b[32:])}
	for i := range 31 {
		m.X[1+i] = le.Uint64(b[40+8*i:])
	}
	count, rest := int(le.Uint32(b[headerBytes-4:])), b[headerBytes:]
	if len(rest)%pageBytes != 0 || len(rest)/pageBytes != count {
		return nil, fmt.Errorf("decode image: %d bytes of pages, want %d pages", len(rest), count)
	}
	m.Pages = make([]rv64.ImagePage, count)
	for i := range m.Pages {
		m.Pages[i].Addr = uint64(le.Uint32(rest)) * rv64.ImagePageBytes
		m.Pages[i].Data = (*[rv64.ImagePageBytes]byte)(rest[4:])
		rest = rest[pageBytes:]
	}
	if err := m.Check(); err != nil {
		return nil, fmt.Errorf("decode image: %w", err)
	}
	return m, nil
}
