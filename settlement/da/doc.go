// Package da brings the pubdata of a batch to L1 and back, docs/spec.md section 5.
//
//	Prepare   pubdata, scheme -> daCommitment, operatorDAInput, and the blobs for the transaction's sidecar
//	Recover   scheme, operatorDAInput, versioned hashes, a source of blobs or pubdata -> pubdata, checked against daCommitment
//
// Blobs are kept in an [Archive] (a folder) because L1 forgets them; [Remote] reads one over HTTP, [Any] asks several sources. Whoever delivers a blob is
// not trusted: its commitment is recomputed and compared with the versioned hash.
//
// Sizes are bytes. Errors about data wrap rollup.ErrEncoding or [ErrMismatch]; a blob that a source does not have is [ErrNoBlob]; pubdata of a validium
// is not on L1 at all: it comes from a [PubdataSource] such as an [Archive], or is [ErrNotPublished].
//
// Not checked here: that the L1 transaction was the one that L1 accepted (the caller reads it from the event of the batch), and the content of pubdata.
//
// The first use of KZG loads the trusted setup, about 2 seconds: call [Warm] when a process starts.
package da
