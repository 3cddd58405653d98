// Package txmgr sends L1 transactions so that a crash at any instruction neither loses nor repeats one.
//
// In: intents ([Manager.Submit]), each with a key that names it for ever, such as "commit/7/0". Out: its [Status]. An intent is durable, with its nonce, before
// anything is signed; a signed transaction is durable before it is sent. After a restart the very same bytes are sent again, so L1 can include an intent at most
// once: all its attempts have one nonce.
//
//	intended -> signed -> sent -> mined -> final
//	              ^          |       |
//	              +-- bump --+       |   (other fees, same nonce)
//	                         ^-------+   (a reorganisation undid it: the same bytes are sent again)
//
// What is true is asked of L1, not of memory: an attempt is mined when L1 has its receipt; when L1's nonce passed ours and no attempt has a receipt, another program
// used the key, and once that is final the intent gets a new nonce. Final transactions that L1 lost nevertheless (its nonce fell behind) are sent again.
//
// A nonce that is nobody's any more because L1 undid the other program's final transaction is filled, with that transaction or with one that does nothing, since what comes
// after it cannot be included before. What an intent has sent with a nonce that it gave up is remembered: nothing goes out with its later nonce while it is open who has the former
// one, and if L1 included the former transaction the intent has happened and the later nonce is filled in its place. Only what is in a pool already can then be included
// beside it: calls have to be such that the contract refuses them the second time, as it does commit, prove and execute.
//
// Submit estimates gas, so a call that would revert now is refused ([ErrRefused]) and costs nothing. A transaction that reverts when mined is Status.Reverted: what to do
// about it is the caller's decision.
//
// One manager is one sender. L1 pools refuse blob transactions beside others from one account: use separate keys. Fees are wei per gas.
package txmgr
