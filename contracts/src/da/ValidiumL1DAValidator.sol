// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DA_SCHEME_EMPTY} from "../common/Constants.sol";
import {IL1DAValidator} from "../interfaces/IL1DAValidator.sol";

/// @title Data that need not be on L1
/// @notice Input: the hash of the pubdata, which is the commitment of the batch, or the pubdata. Whether anybody has the data is not checked. Pubdata are never 32 bytes long.
contract ValidiumL1DAValidator is IL1DAValidator {
    // 0x0
    // 0xc9e0e757
    error CommitmentMismatch(bytes32 given, bytes32 expected);

    /// @inheritdoc IL1DAValidator
    uint8 public constant scheme = DA_SCHEME_EMPTY;

    /// @inheritdoc IL1DAValidator
    function checkDA(uint256, uint256, bytes32 claimedCommitment, bytes calldata input) external pure {
        bytes32 commitment = input.length == 32 ? bytes32(input) : keccak256(input);
        if (commitment != claimedCommitment) revert CommitmentMismatch(claimedCommitment, commitment);
    }
}
