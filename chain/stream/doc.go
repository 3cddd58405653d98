// Package stream is the block stream of a chain: one NATS JetStream stream to which the leading sequencer appends every block and every sealed batch, and which everybody else follows.
//
//	in   records (package rollup/record) of the leader, through a [Writer]
//	out  the same records in order, through a [Reader]; beats, by which a standby knows that the leader works ([Stream.Listen])
//
// Two sequencers can never both extend the chain: every append names the sequence number that it expects to be the last one, and JetStream refuses it when somebody else has appended since
// ([ErrDeposed]). A sequencer begins to lead by appending a term ([Stream.Lead]); from then on the appends of the one before it are refused, even if it had only been asleep. Beats decide
// nothing: they are how a standby guesses that it is time to try.
//
// The chain can go back, by L1: a rollback names the last block that stays. The stream keeps what was taken back; [Stream.Begin] finds the part of it in which a node is.
//
// A record larger than a message is several messages; one whose leader died in the middle is not a record, and readers pass over it. The server is embedded ([StartServer]) or external by URL.
// The embedded one lets anybody who reaches its port read and nobody but this process write; readers have a NATS account of their own, since who asks a question chooses the subject of its answer.
//
// A reader checks that records are of this chain, that terms follow one another, that blocks do, and that rollbacks go back. Not checked here: what records say about blocks, and whether L1 says what a rollback says.
package stream
