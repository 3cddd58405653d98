package rollup

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/internal/wire"
)

const pubdataVersion = 1

// Flags of an account in pubdata.
const (
	flagNonce byte = 1 << iota
	flagBalance
	flagCode
	flagDeleted
)

// Bytes that pubdata spends besides the diffs themselves.
const (
	accountOverhead = 20 + 1 + 4
	codeOverhead    = 4
	messageOverhead = 4
)

// Pubdata is what a batch publishes: enough to go from the state before it to the state after it.
type Pubdata struct {
	FirstBlock, LastBlock uint64
	LastTimestamp         uint64 // seconds
	LastBlockHash         common.Hash
	Diff                  StateDiff
	Logs                  []L2ToL1Log
	Messages              [][]byte
}

// Encode is the pubdata of docs/spec.md section 5.
func (p *Pubdata) Encode() []byte {
	out := []byte{pubdataVersion}
	out = wire.AppendUint64s(out, p.FirstBlock, p.LastBlock, p.LastTimestamp)
	out = append(out, p.LastBlockHash[:]...)
	out = binary.BigEndian.AppendUint32(out, uint32(len(p.Diff.Accounts)))
	for i := range p.Diff.Accounts {
		out = appendAccountDiff(out, &p.Diff.Accounts[i])
	}
	out = binary.BigEndian.AppendUint32(out, uint32(len(p.Diff.Codes)))
	for i := range p.Diff.Codes {
		out = wire.AppendBytes(out, p.Diff.Codes[i].Bytes)
	}
	out = binary.BigEndian.AppendUint32(out, uint32(len(p.Logs)))
	for i := range p.Logs {
		out = p.Logs[i].Append(out)
	}
	out = binary.BigEndian.AppendUint32(out, uint32(len(p.Messages)))
	for _, m := range p.Messages {
		out = wire.AppendBytes(out, m)
	}
	return out
}

func appendAccountDiff(out []byte, d *AccountDiff) []byte {
	out = append(out, d.Address[:]...)
	flagsAt := len(out)
	out = append(out, 0)
	flags := byte(0)
	if d.After.IsEmpty() && !d.Before.IsEmpty() {
		flags = flagDeleted
	} else {
		if d.Before.Nonce != d.After.Nonce {
			flags |= flagNonce
			out = appendDiff(out, uint256.NewInt(d.Before.Nonce), uint256.NewInt(d.After.Nonce))
		}
		if !d.Before.Balance.Eq(&d.After.Balance) {
			flags |= flagBalance
			out = appendDiff(out, &d.Before.Balance, &d.After.Balance)
		}
		if d.Before.CodeHash != d.After.CodeHash {
			flags |= flagCode
			out = append(out, d.After.CodeHash[:]...)
		}
	}
	out[flagsAt] = flags
	out = binary.BigEndian.AppendUint32(out, uint32(len(d.Slots)))
	for i := range d.Slots {
		out = appendSlotDiff(out, &d.Slots[i])
	}
	return out
}

func appendSlotDiff(out []byte, s *SlotDiff) []byte {
	key := bytes.TrimLeft(s.Slot[:], "\x00")
	out = append(out, byte(len(key)))
	out = append(out, key...)
	var before, after uint256.Int
	before.SetBytes32(s.Before[:])
	after.SetBytes32(s.After[:])
	return appendDiff(out, &before, &after)
}

// Size is the number of pubdata bytes that d takes, code included: what a transaction pays for its state changes.
func (d *StateDiff) Size() uint64 {
	n := 0
	for i := range d.Accounts {
		n += accountDiffSize(&d.Accounts[i])
	}
	for i := range d.Codes {
		n += CodeSize(len(d.Codes[i].Bytes))
	}
	return uint64(n)
}

func accountDiffSize(d *AccountDiff) int {
	n := RecordSize(&RecordDiff{
		NonceBefore: d.Before.Nonce, NonceAfter: d.After.Nonce, BalanceBefore: &d.Before.Balance, BalanceAfter: &d.After.Balance,
		NewCode: d.Before.CodeHash != d.After.CodeHash, Deleted: d.After.IsEmpty() && !d.Before.IsEmpty(),
	})
	for i := range d.Slots {
		s := &d.Slots[i]
		n += SlotSize(len(bytes.TrimLeft(s.Slot[:], "\x00")), &s.Before, &s.After)
	}
	return n
}

// RecordDiff is the change of an account without its slots, as far as the size of its pubdata depends on it.
type RecordDiff struct {
	NonceBefore, NonceAfter     uint64
	BalanceBefore, BalanceAfter *uint256.Int
	NewCode                     bool // the code hash changed
	Deleted                     bool // the account is empty now and was not
}

// RecordSize is the number of pubdata bytes that an account with any change takes, without its slots and codes.
func RecordSize(d *RecordDiff) int {
	n := accountOverhead
	if d.Deleted {
		return n
	}
	if d.NonceBefore != d.NonceAfter {
		n += diffSize(&uint256.Int{d.NonceBefore}, &uint256.Int{d.NonceAfter})
	}
	if !d.BalanceBefore.Eq(d.BalanceAfter) {
		n += diffSize(d.BalanceBefore, d.BalanceAfter)
	}
	if d.NewCode {
		n += common.HashLength
	}
	return n
}

// SlotSize is the number of pubdata bytes that the change of a slot takes whose number has keyBytes bytes without leading zeros.
func SlotSize(keyBytes int, before, after *common.Hash) int {
	var b, a uint256.Int
	b.SetBytes32(before[:])
	a.SetBytes32(after[:])
	return 1 + keyBytes + diffSize(&b, &a)
}

// CodeSize is the number of pubdata bytes that a code of n bytes takes.
func CodeSize(n int) int { return codeOverhead + n }

// MessageSize is the number of pubdata bytes that a message of n bytes takes, its log included.
func MessageSize(n int) uint64 { return uint64(L2ToL1LogSize + messageOverhead + n) }

// PreState answers what pubdata is relative to: the state before the batch.
type PreState interface {
	Account(common.Address) (Account, error)
	Storage(common.Address, common.Hash) (common.Hash, error)
}

// DecodePubdata reads the pubdata of one batch on top of the state before it. Every error is either one of pre or wraps ErrEncoding.
func DecodePubdata(data []byte, pre PreState) (*Pubdata, error) {
	r := newReader(data)
	if v := r.Uint8(); r.Err == nil && v != pubdataVersion {
		return nil, fmt.Errorf("pubdata: version %d: %w", v, ErrEncoding)
	}
	p := &Pubdata{FirstBlock: r.Uint64(), LastBlock: r.Uint64(), LastTimestamp: r.Uint64(), LastBlockHash: r.Hash()}
	if r.Err != nil || p.FirstBlock == 0 || p.LastBlock < p.FirstBlock {
		return nil, fmt.Errorf("pubdata: blocks %d to %d: %w", p.FirstBlock, p.LastBlock, ErrEncoding)
	}
	if err := r.accounts(p, pre); err != nil {
		return nil, fmt.Errorf("pubdata: %w", err)
	}
	if err := r.codes(p); err != nil {
		return nil, fmt.Errorf("pubdata: %w", err)
	}
	if err := r.logsAndMessages(p); err != nil {
		return nil, fmt.Errorf("pubdata: %w", err)
	}
	if len(r.Rest) != 0 {
		return nil, fmt.Errorf("pubdata: %d bytes left: %w", len(r.Rest), ErrEncoding)
	}
	return p, nil
}

func (r *reader) accounts(p *Pubdata, pre PreState) error {
	p.Diff.Accounts = make([]AccountDiff, r.Count(accountOverhead))
	for i := range p.Diff.Accounts {
		d := &p.Diff.Accounts[i]
		if err := r.account(d, pre); err != nil {
			return fmt.Errorf("account %d: %w", i, err)
		}
		if i > 0 && bytes.Compare(p.Diff.Accounts[i-1].Address[:], d.Address[:]) >= 0 {
			return fmt.Errorf("account %d: not ascending: %w", i, ErrEncoding)
		}
	}
	return r.Err
}

func (r *reader) account(d *AccountDiff, pre PreState) (err error) {
	d.Address = r.Address()
	flags := r.Uint8()
	if r.Err != nil {
		return r.Err
	}
	if d.Before, err = pre.Account(d.Address); err != nil {
		return err
	}
	if d.After = d.Before; flags == flagDeleted {
		d.After = EmptyAccount()
	} else {
		r.accountFields(d, flags)
	}
	d.Slots = make([]SlotDiff, r.Count(2))
	deleted := flags == flagDeleted
	vanishes := d.After.IsEmpty() && !d.Before.IsEmpty()
	if r.Err == nil && (flags > flagDeleted || (flags == 0 && len(d.Slots) == 0) || vanishes != deleted) {
		return fmt.Errorf("flags %#x: %w", flags, ErrEncoding)
	}
	for i := range d.Slots {
		if err := r.slot(&d.Slots[i], d.Address, pre); err != nil {
			return fmt.Errorf("slot %d: %w", i, err)
		}
		if i > 0 && bytes.Compare(d.Slots[i-1].Slot[:], d.Slots[i].Slot[:]) >= 0 {
			return fmt.Errorf("slot %d: not ascending: %w", i, ErrEncoding)
		}
	}
	return r.Err
}

func (r *reader) accountFields(d *AccountDiff, flags byte) {
	if flags&flagNonce != 0 {
		n := r.applyDiff(uint256.NewInt(d.Before.Nonce))
		if d.After.Nonce = n.Uint64(); !n.IsUint64() && r.Err == nil {
			r.Err = fmt.Errorf("nonce above 64 bits: %w", ErrEncoding)
		}
	}
	if flags&flagBalance != 0 {
		d.After.Balance = r.applyDiff(&d.Before.Balance)
	}
	if flags&flagCode != 0 {
		if d.After.CodeHash, d.After.CodeLen = r.Hash(), 0; d.After.CodeHash == d.Before.CodeHash && r.Err == nil {
			r.Err = fmt.Errorf("code does not change: %w", ErrEncoding)
		}
	}
}

func (r *reader) slot(s *SlotDiff, address common.Address, pre PreState) (err error) {
	key := r.Take(int(r.Uint8()))
	if r.Err != nil || len(key) > 32 || (len(key) > 0 && key[0] == 0) {
		return fmt.Errorf("slot number: %w", ErrEncoding)
	}
	s.Slot = common.BytesToHash(key)
	if s.Before, err = pre.Storage(address, s.Slot); err != nil {
		return err
	}
	var before uint256.Int
	before.SetBytes32(s.Before[:])
	after := r.applyDiff(&before)
	s.After = after.Bytes32()
	return r.Err
}

// codes reads the bytecodes and gives every account with a new code its length.
func (r *reader) codes(p *Pubdata) error {
	p.Diff.Codes = make([]Code, r.Count(codeOverhead))
	lengths := make(map[common.Hash]uint32, len(p.Diff.Codes))
	for i := range p.Diff.Codes {
		c := &p.Diff.Codes[i]
		c.Bytes = r.Bytes()
		c.Hash = keccak(c.Bytes)
		if i > 0 && bytes.Compare(p.Diff.Codes[i-1].Hash[:], c.Hash[:]) >= 0 {
			return fmt.Errorf("code %d: not ascending: %w", i, ErrEncoding)
		}
		lengths[c.Hash] = uint32(len(c.Bytes))
	}
	used := make(map[common.Hash]bool, len(lengths))
	for i := range p.Diff.Accounts {
		d := &p.Diff.Accounts[i]
		if d.After.CodeHash == d.Before.CodeHash || d.After.CodeHash == EmptyCodeHash {
			continue
		}
		n, ok := lengths[d.After.CodeHash]
		if !ok || n == 0 {
			return fmt.Errorf("code of account %d is missing: %w", i, ErrEncoding)
		}
		d.After.CodeLen = n
		used[d.After.CodeHash] = true
	}
	if len(used) != len(lengths) && r.Err == nil {
		return fmt.Errorf("a code that no account uses: %w", ErrEncoding)
	}
	return r.Err
}

func (r *reader) logsAndMessages(p *Pubdata) error {
	p.Logs = make([]L2ToL1Log, r.Count(L2ToL1LogSize))
	for i := range p.Logs {
		raw := r.Take(L2ToL1LogSize)
		if r.Err != nil {
			return r.Err
		}
		l, err := decodeLog(raw)
		if err != nil {
			return fmt.Errorf("log %d: %w", i, err)
		}
		p.Logs[i] = l
	}
	p.Messages = make([][]byte, r.Count(messageOverhead))
	next := 0
	for i := range p.Messages {
		p.Messages[i] = r.Bytes()
		for next < len(p.Logs) && p.Logs[next].Sender != L1MessengerAddress {
			next++
		}
		if r.Err == nil && (next == len(p.Logs) || p.Logs[next].Value != keccak(p.Messages[i])) {
			return fmt.Errorf("message %d does not match its log: %w", i, ErrEncoding)
		}
		next++
	}
	return r.Err
}
