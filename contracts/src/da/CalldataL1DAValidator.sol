// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DA_SCHEME_CALLDATA} from "../common/Constants.sol";
import {IL1DAValidator} from "../interfaces/IL1DAValidator.sol";

/// @title Data in the call data of the commitment
/// @notice Input: the pubdata. Commitment of the batch: their hash.
contract CalldataL1DAValidator is IL1DAValidator {
    // 0x0
    // 0xc9e0e757
    error CommitmentMismatch(bytes32 given, bytes32 expected);

    /// @inheritdoc IL1DAValidator
    uint8 public constant scheme = DA_SCHEME_CALLDATA;

    /// @inheritdoc IL1DAValidator
    function checkDA(uint256, uint256, bytes32 claimedCommitment, bytes calldata pubdata) external pure {
        bytes32 commitment = keccak256(pubdata);
        if (commitment != claimedCommitment) revert CommitmentMismatch(claimedCommitment, commitment);
    }
}
