package logup

import (
	"errors"
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
)

// ErrZeroFingerprint says that a term has denominator zero. It happens with probability
// about 2^-180, or when challenges are not drawn after the message was fixed.
var ErrZeroFingerprint = errors.New("fingerprint is zero")

// Fingerprint is d of a tuple on the bus with that id.
func Fingerprint(bus uint32, tuple []field.Element, alpha, beta ext.E6) ext.E6 {
	d := ext.E6{}
	for j := len(tuple) - 1; j >= 0; j-- {
		d = d.AddBase(tuple[j]).Mul(beta)
	}
	return d.Add(alpha).AddBase(field.New(uint64(bus)))
}

// Message is an external term: something on a bus that no table puts there or takes
// off it. Who verifies derives it from public values.
type Message struct {
	Bus          air.Bus
	Direction    air.Direction
	Multiplicity field.Element // one on a permutation bus
	Tuple        []field.Element
}

// Check refuses a message that does not fit its bus.
func (m *Message) Check() error {
	if err := CheckBus(m.Bus); err != nil {
		return err
	}
	switch {
	case len(m.Tuple) != m.Bus.Width:
		return fmt.Errorf("bus %s: tuple of %d, want %d", m.Bus.Name, len(m.Tuple), m.Bus.Width)
	case m.Direction != air.Put && m.Direction != air.Take:
		return fmt.Errorf("bus %s: direction %d", m.Bus.Name, m.Direction)
	case m.Bus.Kind == air.Permutation && m.Multiplicity != field.One:
		return fmt.Errorf("bus %s: multiplicity on a permutation bus is not one", m.Bus.Name)
	}
	for j, x := range append([]field.Element{m.Multiplicity}, m.Tuple...) {
		if x >= field.Modulus {
			return fmt.Errorf("bus %s: element %d: %w", m.Bus.Name, j, field.ErrNotCanonical)
		}
	}
	return nil
}

// Totals adds messages up: the sum of the lookups among them (m/d, minus for what is
// taken) and the fingerprints of the permutations, multiplied separately for what is put
// and what is taken. Only local or only global messages belong together; alpha and beta are
// the challenges of that kind.
func Totals(messages []Message, alpha, beta ext.E6) (sum, put, taken ext.E6, err error) {
	put, taken = ext.One, ext.One
	for i := range messages {
		m := &messages[i]
		if err := m.Check(); err != nil {
			return sum, put, taken, fmt.Errorf("external message %d: %w", i, err)
		}
		d := Fingerprint(m.Bus.ID, m.Tuple, alpha, beta)
		if d.IsZero() {
			return sum, put, taken, fmt.Errorf("external message %d: bus %s: %w", i, m.Bus.Name, ErrZeroFingerprint)
		}
		switch {
		case m.Bus.Kind == air.Permutation && m.Direction == air.Put:
			put = put.Mul(d)
		case m.Bus.Kind == air.Permutation:
			taken = taken.Mul(d)
		case m.Direction == air.Put:
			sum = sum.Add(d.Inv().MulBase(m.Multiplicity))
		default:
			sum = sum.Sub(d.Inv().MulBase(m.Multiplicity))
		}
	}
	return sum, put, taken, nil
}
