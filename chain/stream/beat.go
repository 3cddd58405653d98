package stream

import (
	"encoding/binary"
	"fmt"

	"github.com/nats-io/nats.go"

	"github.com/ashlar-labs/ashlar/rollup/record"
)

// Beat is a leader's sign of life, and news of the stream's end. It is not kept.
type Beat struct {
	Term   uint64
	Leader record.LeaderID
	Last   uint64 // sequence number of the last message
}

// encode is term u64 ‖ leader 16 ‖ last u64.
func (b *Beat) encode() []byte {
	out := binary.BigEndian.AppendUint64(nil, b.Term)
	out = append(out, b.Leader[:]...)
	return binary.BigEndian.AppendUint64(out, b.Last)
}

func decodeBeat(data []byte) (b Beat, err error) {
	if len(data) != 32 {
		return b, fmt.Errorf("beat of %d bytes: %w", len(data), record.ErrMalformed)
	}
	b.Term, b.Last = binary.BigEndian.Uint64(data), binary.BigEndian.Uint64(data[24:])
	copy(b.Leader[:], data[8:24])
	return b, nil
}

// Listen gives the leader's beats until stop. A listener that is slow gets the newest ones only.
func (s *Stream) Listen() (beats <-chan Beat, stop func(), err error) {
	out := make(chan Beat, 1)
	sub, err := s.conn.Subscribe(subject(s.cfg.Chain, "beat"), func(m *nats.Msg) { // one message at a time
		b, err := decodeBeat(m.Data)
		if err != nil {
			return
		}
		for {
			select {
			case out <- b:
				return
			default:
			}
			select {
			case <-out:
			default:
			}
		}
	})
	if err != nil {
		return nil, nil, fmt.Errorf("block stream: %w", err)
	}
	return out, func() { _ = sub.Unsubscribe() }, nil
}
