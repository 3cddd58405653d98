package flat

import (
	"sync"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/chain/state/keyspace"
	"github.com/ashlar-labs/ashlar/rollup"
)

// cache holds recently used values of the mirror. An entry says what a key has held from block since until now, so it answers for the last block and for every block from
// since on.
//
// While a commit is on its way (from [Mirror.Commit], which forgets what will change, to [Mirror.Committed], which enters it anew) nothing is added: a reader then cannot tell whether it has
// seen the commit. A reader that began before a commit and ends after it notices by the epoch. Without Committed the cache stays empty, and reads go to the database.
type cache struct {
	mu       sync.Mutex
	head     uint64 // the last block, when open
	open     bool   // no commit is on its way, and head is known
	epoch    uint64 // counts commits and rollbacks
	accounts generations[[20]byte, state.Account]
	slots    generations[[52]byte, [32]byte]
	pending  *state.Diff
}

// Entries of a generation; there are two. An entry takes some 200 bytes.
const (
	cachedAccounts = 1 << 17
	cachedSlots    = 1 << 17
)

type cached[V any] struct {
	value V
	since uint64
}

// generations is a bounded map: when the young one is full it becomes the old one, whose entries are lost unless they are used again.
type generations[K comparable, V any] struct {
	young, old map[K]cached[V]
}

func (g *generations[K, V]) get(key K, limit int) (cached[V], bool) {
	if e, ok := g.young[key]; ok {
		return e, true
	}
	e, ok := g.old[key]
	if ok {
		g.put(key, e, limit)
	}
	return e, ok
}

func (g *generations[K, V]) put(key K, e cached[V], limit int) {
	if g.young == nil || len(g.young) >= limit {
		g.young, g.old = make(map[K]cached[V], len(g.young)), g.young
	}
	g.young[key] = e
}

func (g *generations[K, V]) drop(key K) {
	delete(g.young, key)
	delete(g.old, key)
}

// begin forgets what the commit of d will change.
func (c *cache) begin(d *state.Diff) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.open, c.pending = false, d
	c.epoch++
	for i := range d.Accounts {
		c.accounts.drop(d.Accounts[i].Addr)
	}
	for i := range d.Slots {
		c.slots.drop(slotOf(d.Slots[i].Addr, d.Slots[i].Slot))
	}
}

// end enters what the commit of block number has changed.
func (c *cache) end(number uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if d := c.pending; d != nil {
		for i := range d.Accounts {
			a := d.Accounts[i].Account.Normal()
			if a.IsEmpty() {
				a = rollup.EmptyAccount() // what the database answers, however the diff said it
			}
			c.accounts.put(d.Accounts[i].Addr, cached[state.Account]{a, number}, cachedAccounts)
		}
		for i := range d.Slots {
			c.slots.put(slotOf(d.Slots[i].Addr, d.Slots[i].Slot), cached[[32]byte]{d.Slots[i].Value, number}, cachedSlots)
		}
	}
	c.head, c.open, c.pending = number, true, nil
	c.epoch++
}

// clear forgets everything: blocks are being undone.
func (c *cache) clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.accounts, c.slots = generations[[20]byte, state.Account]{}, generations[[52]byte, [32]byte]{}
	c.open, c.pending = false, nil
	c.epoch++
}

// look is where the cache stands when a read of the database begins: until the epoch changes, what the key holds is what it has held since block head.
type look struct {
	epoch, head uint64
	open        bool
}

// account is the entry for a read at block number; without one, where the cache stands.
func (c *cache) account(addr [20]byte, number uint64) (state.Account, bool, look) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.accounts.get(addr, cachedAccounts)
	return e.value, ok && e.since <= number, look{c.epoch, c.head, c.open}
}

func (c *cache) slot(id [52]byte, number uint64) ([32]byte, bool, look) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.slots.get(id, cachedSlots)
	return e.value, ok && e.since <= number, look{c.epoch, c.head, c.open}
}

// still reports whether nothing was committed since l, and enters what put enters then.
func (c *cache) still(l look, put func()) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !l.open || c.epoch != l.epoch {
		return false
	}
	put()
	return true
}

func slotOf(addr [20]byte, slot [32]byte) (id [52]byte) {
	copy(id[:], addr[:])
	copy(id[20:], slot[:])
	return id
}

// readAccount reads an account as of block number ([latest]: the last one): from the cache, from the latest values when no commit comes in between, or with full.
func (m *Mirror) readAccount(addr [20]byte, number uint64, full func() (state.Account, error)) (state.Account, error) {
	a, ok, l := m.cache.account(addr, number)
	if ok {
		return a, nil
	}
	if !l.open || number < l.head {
		return full()
	}
	v, _, err := m.get(accountKey(keyspace.Account, addr))
	if err != nil {
		return state.Account{}, err
	}
	if a, err = decodeAccount(v); err != nil {
		return a, err
	}
	if m.cache.still(l, func() { m.cache.accounts.put(addr, cached[state.Account]{a, l.head}, cachedAccounts) }) {
		return a, nil
	}
	return full()
}

// readSlot is readAccount for a slot.
func (m *Mirror) readSlot(addr [20]byte, slot [32]byte, number uint64, full func() ([32]byte, error)) ([32]byte, error) {
	id := slotOf(addr, slot)
	value, ok, l := m.cache.slot(id, number)
	if ok {
		return value, nil
	}
	if !l.open || number < l.head {
		return full()
	}
	v, _, err := m.get(slotKey(keyspace.Slot, addr, slot))
	if err != nil {
		return value, err
	}
	if value, err = decodeSlot(v); err != nil {
		return value, err
	}
	if m.cache.still(l, func() { m.cache.slots.put(id, cached[[32]byte]{value, l.head}, cachedSlots) }) {
		return value, nil
	}
	return full()
}
