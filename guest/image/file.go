package image

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/internal/file"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// packed is the name of a file that holds a compressed image (gzip).
const packed = ".gz"

// ReadFile reads an image file, compressed or not.
func ReadFile(name string) (*rv64.Image, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("image: %w", err)
	}
	defer f.Close()
	return Read(f)
}

// Read reads an image, compressed (gzip) or not, up to its end. Of one that is too large it reads no more than shows that.
func Read(r io.Reader) (*rv64.Image, error) {
	buffered := bufio.NewReader(r)
	r = buffered
	if begin, _ := buffered.Peek(2); bytes.Equal(begin, []byte{0x1f, 0x8b}) {
		unpacked, err := gzip.NewReader(buffered)
		if err != nil {
			return nil, fmt.Errorf("image: %w", err)
		}
		defer unpacked.Close()
		r = unpacked
	}
	b := make([]byte, headerBytes)
	n, err := io.ReadFull(r, b)
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return Decode(b[:n]) // says that it is no image
	}
	if err == nil && string(b[:len(magic)]) == magic {
		pages := min(int64(binary.LittleEndian.Uint32(b[headerBytes-4:])), abi.AddressLimit/rv64.ImagePageBytes)
		var rest []byte
		rest, err = io.ReadAll(io.LimitReader(r, pages*pageBytes+1))
		b, n = append(b, rest...), n+len(rest)
	}
	if err != nil {
		return nil, fmt.Errorf("image: %w", err)
	}
	return Decode(b[:n])
}

// WriteFile writes an image file, whole or not at all; compressed when the name ends in .gz.
func WriteFile(name string, m *rv64.Image) error {
	b := Encode(m)
	if strings.HasSuffix(name, packed) {
		var err error
		if b, err = pack(b); err != nil {
			return fmt.Errorf("image: pack %s: %w", name, err)
		}
	}
	return file.Write(name, b)
}

func pack(b []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	_, err = w.Write(b)
	if err = errors.Join(err, w.Close()); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
