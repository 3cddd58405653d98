package state

import "encoding/binary"

// AccountBytes is the length of the wire form of an account.
const AccountBytes = 8 + 32 + 32 + 4

// AppendAccount appends the wire form of an account in normal form: nonce, balance,
// code hash and code length, integers big-endian.
func AppendAccount(b []byte, a *Account) []byte {
	balance := a.Balance.Bytes32()
	b = binary.BigEndian.AppendUint64(b, a.Nonce)
	b = append(b, balance[:]...)
	b = append(b, a.CodeHash[:]...)
	return binary.BigEndian.AppendUint32(b, a.CodeLen)
}

// DecodeAccount reads a wire form and refuses what [Account.Check] refuses.
func DecodeAccount(b [AccountBytes]byte) (a Account, err error) {
	a.Nonce = binary.BigEndian.Uint64(b[0:8])
	a.Balance.SetBytes32(b[8:40])
	a.CodeHash = [32]byte(b[40:72])
	a.CodeLen = binary.BigEndian.Uint32(b[72:76])
	if err := a.Check(); err != nil {
		return Account{}, err
	}
	return a, nil
}
