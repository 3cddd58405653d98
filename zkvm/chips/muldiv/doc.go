// Package muldiv has the chips of multiplication and division: Mul (mul, mulw), MulHigh
// (mulh, mulhsu, mulhu) and DivRem (the eight forms of div and rem).
//
// In: steps of package record. Out: chips and their main columns.
//
// # Products
//
// Factors are eight bytes. Position t of the product of x and y is the sum of x_i y_j with
// i + j = t: at most 8 terms, below 2^19.0. A digit collects two positions,
//
//	digit_k = position_2k + 256 position_(2k+1)  <=  8 * 255^2 * 257 = 133,691,400,
//
// and stands at weight 2^(16k). An identity between digits and u16 limbs holds over the
// integers when for every k
//
//	digit_k + limbs + carry_k = 2^16 carry_(k+1)
//
// where a few limbs stand for any sum of u16 with small coefficients. A carry is
// lo + 16 hi - 8 s with bytes lo and hi (s a bit), so between -8 and 4335; the pair is not
// unique, the carry is. Both sides are below 134,700,000 and 284,200,000 in size, together
// less than p, so that the equation mod p is one of integers. Nothing is scaled by an
// inverse of 2^16.
//
// # Signs
//
// A bit s is the top bit of a u16 x when 2x - 2^16 s is a u16, and of a byte x when
// 2x - 256 s is a byte.
package muldiv
