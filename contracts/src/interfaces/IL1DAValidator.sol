// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Check that the data of a batch are where the batch says, docs/spec.md section 5
interface IL1DAValidator {
    /// @notice Reverts unless `operatorDAInput` shows that `claimedCommitment` is the commitment to available data.
    /// @dev Anyone may call; nothing is remembered beyond the transaction. For blobs, each call in a transaction uses the
    /// next blobs of that transaction, so that several batches can be committed at once.
    function checkDA(uint256 chainId, uint256 batchNumber, bytes32 claimedCommitment, bytes calldata operatorDAInput)
        external;

    /// @notice The scheme whose commitment this contract checks.
    function scheme() external view returns (uint8);
}
