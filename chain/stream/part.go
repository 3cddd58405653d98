package stream

import (
	"encoding/binary"
	"fmt"

	"github.com/ashlar-labs/ashlar/rollup/record"
)

// A message is part of a record: count u16 ‖ index u16 ‖ piece. All pieces of a record but the last have the same size.
const partHead = 4

// leastPiece bounds the parts of a record, so that 16 bits hold their number.
const leastPiece = 64 << 10

type part struct {
	count, index int
	piece        []byte
}

// split cuts a record into messages of at most size bytes.
func split(data []byte, size int) [][]byte {
	piece := max(size-partHead, leastPiece)
	count := max(1, (len(data)+piece-1)/piece)
	out := make([][]byte, count)
	for i := range out {
		p := data[i*piece : min(len(data), (i+1)*piece)]
		m := binary.BigEndian.AppendUint16(make([]byte, 0, partHead+len(p)), uint16(count))
		out[i] = append(binary.BigEndian.AppendUint16(m, uint16(i)), p...)
	}
	return out
}

func decodePart(m []byte) (part, error) {
	if len(m) < partHead {
		return part{}, fmt.Errorf("message of %d bytes: %w", len(m), ErrBroken)
	}
	p := part{count: int(binary.BigEndian.Uint16(m)), index: int(binary.BigEndian.Uint16(m[2:])), piece: m[partHead:]}
	if p.index >= p.count || (p.count > 1 && len(p.piece) == 0) || uint64(p.count-1)*leastPiece > record.MaxBytes {
		return part{}, fmt.Errorf("part %d of %d with %d bytes: %w", p.index, p.count, len(p.piece), ErrBroken)
	}
	return p, nil
}

// assembly puts records together again. A record that another one follows before it is complete is dropped: its leader died.
type assembly struct {
	data  []byte
	count int
	next  int // index that must come, 0 when a record begins
}

// add takes the next message and returns the record that it completes, nil when there is none yet.
func (a *assembly) add(m []byte) (*record.Record, error) {
	p, err := decodePart(m)
	if err != nil {
		return nil, err
	}
	if p.index == 0 {
		a.data, a.count, a.next = nil, p.count, 0
	}
	if p.index != a.next || p.count != a.count {
		return nil, fmt.Errorf("part %d of %d where part %d of %d has to be: %w", p.index, p.count, a.next, a.count, ErrBroken)
	}
	if len(a.data)+len(p.piece) > record.MaxBytes {
		return nil, fmt.Errorf("record above %d bytes: %w", record.MaxBytes, ErrBroken)
	}
	if p.count == 1 {
		a.data = p.piece
	} else {
		a.data = append(a.data, p.piece...)
	}
	if a.next++; a.next < a.count {
		return nil, nil
	}
	data := a.data
	a.data, a.count, a.next = nil, 0, 0
	r, err := record.Decode(data)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", err, ErrBroken)
	}
	return r, nil
}
