package prover

import (
	"sync"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
)

// Memory keeps the columns of finished proofs for the next ones: fresh memory costs a
// page fault for every kilocell. Several proofs may use one Memory at the same time. It
// grows to what they hold at the same time and shrinks when it is dropped.
type Memory struct {
	mutex sync.Mutex
	free  map[int][][]field.Element // by length
}

// take returns n elements of any value.
func (m *Memory) take(n int) []field.Element {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	list := m.free[n]
	if len(list) == 0 {
		return make([]field.Element, n)
	}
	m.free[n] = list[:len(list)-1]
	return list[len(list)-1]
}

func (m *Memory) give(columns ...[]field.Element) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.free == nil {
		m.free = map[int][][]field.Element{}
	}
	for _, c := range columns {
		m.free[len(c)] = append(m.free[len(c)], c)
	}
}

// vector is a vector of n elements of any value.
func (m *Memory) vector(n int) (v ext.Vector) {
	for k := range v {
		v[k] = m.take(n)
	}
	return v
}
