package stf

import "github.com/ethereum/go-ethereum/common"

// AssumeSender spares the recovery of the sender where it was recovered before, as for transactions from the pool. Nothing checks it: a wrong sender makes a block that every other node
// refuses. It must not be used where blocks are verified.
func (t *Tx) AssumeSender(from common.Address) { t.sender, t.hasSender = from, true }
