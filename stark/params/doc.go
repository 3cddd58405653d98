// Package params holds the parameters of the STARK and computes how sound they are.
//
// In: a named [Profile] ("p100" or "insecure-dev"), one [Layer] of which fixes
// every number a prover and a verifier of that layer need: rate, queries, grinding,
// fold arity, length of the final polynomial, and the greatest heights, columns,
// constraints and bus entries that a proof may have. The maxima are part of the
// parameters because the soundness error grows with them: a key whose shapes exceed
// them has fewer bits than computed here and must be refused ([Layer.Check] bounds
// the layer; the key's own check compares its shapes with the layer).
//
// Out: [Analyze] gives a [Report], the provable bits of every part and their
// minimum. The unit is always the bit: a part with b bits has an error of at most
// 2^-b for one attempt of a prover. Each part is one small function in a file named
// after it, with the theorem it comes from. Values are rounded down.
//
// [RunBits] is the bits of many proofs together, [Profile.Words] the words by which a
// transcript absorbs profile and layer.
//
// # What the number means
//
// The minimum over the parts is the round-by-round soundness of the interactive
// protocol, made non-interactive by hashing every message (BCS16; Canetti et al.
// 2019). A prover that evaluates the hash T times succeeds with probability about
// T * 2^-b. [Report.UnionBits] is the stricter sum of all parts.
//
// # What is assumed, and not checked here
//
//   - The hash behaves like a random oracle and a collision costs 2^(digest/2).
//   - Several heights in one proof add nothing beyond [Proximity.RollInBits] and
//     [Proximity.LiftBits]: the argument is in the comment of package stark/fri. It needs
//     every column that is opened committed before the point it is opened at is drawn.
//   - The verifier of a run keeps the entries of global buses, over all its proofs, within
//     GlobalEntriesMax.
//   - A commitment made before a challenge that several proofs share is pinned
//     ([PinBits]). Without that the lists of all segments multiply, and the global
//     product has no provable bits beyond unique decoding.
//   - The constraints mean what they should. No number here says so.
//   - Attackers without a quantum computer.
//
// # References
//
//   - BCIKS20: Ben-Sasson, Carmon, Ishai, Kopparty, Saraf, Proximity Gaps for
//     Reed-Solomon Codes, eprint 2020/654.
//   - BCHKS25: Ben-Sasson, Carmon, Haböck, Kopparty, Saraf, On Proximity Gaps for
//     Reed-Solomon Codes, eprint 2025/2055.
//   - Hab22: Haböck, A summary on the FRI low degree test, eprint 2022/1216.
//   - LogUp: Haböck, Multivariate lookups based on logarithmic derivatives, eprint 2022/1530.
//   - STIR: Arnon, Chiesa, Fenzi, Yogev, eprint 2024/390.
//   - ethSTARK: StarkWare, ethSTARK Documentation, eprint 2021/582.
//   - BCS16: Ben-Sasson, Chiesa, Spooner, Interactive Oracle Proofs, eprint 2016/116.
//   - BDPV08: Bertoni, Daemen, Peeters, Van Assche, On the Indifferentiability of the
//     Sponge Construction, EUROCRYPT 2008.
package params
