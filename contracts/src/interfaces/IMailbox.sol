// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BridgehubL2TransactionRequest, L2CanonicalTransaction} from "../common/Types.sol";
import {IMessageVerification} from "./IMessageVerification.sol";

/// @title The way into a chain from L1, and proofs of what left it
interface IMailbox is IMessageVerification {
    /// @notice A priority operation entered the queue.
    /// @param txId place in the queue, from 0; also the nonce of the transaction
    /// @param txHash hash of the operation on L2
    /// @param expirationTimestamp after this time no batch may be executed that leaves the operation waiting
    event NewPriorityRequest(
        uint256 txId,
        bytes32 txHash,
        uint64 expirationTimestamp,
        L2CanonicalTransaction transaction,
        bytes[] factoryDeps
    );

    /// @notice Called by the Bridgehub, which has taken `mintValue`.
    /// @dev `l2GasLimit` covers at least `l2TransactionMinimalGas` and at most the chain's limit, also with respect to
    /// the pubdata that it could pay for.
    function bridgehubRequestL2Transaction(BridgehubL2TransactionRequest calldata request)
        external
        returns (bytes32 canonicalTxHash);

    /// @notice Price of `l2GasLimit` gas in the base token, when L1 gas costs `gasPrice`:
    ///
    ///     batch        = batchOverheadL1Gas · gasPrice        (0 when gasPrice is)
    ///     pubdataByte  = 17 · gasPrice (rollup; 0 for a validium) + batch / maxPubdataPerBatch
    ///     l2GasPrice   = max(minimalL2GasPrice + batch / maxL2GasPerBatch, ceil(pubdataByte / l2GasPerPubdataByteLimit))
    function l2TransactionBaseCost(uint256 gasPrice, uint256 l2GasLimit, uint256 l2GasPerPubdataByteLimit)
        external
        view
        returns (uint256);

    /// @notice The least gas that an operation with this call data may bring: the EIP-7623 floor of an Ethereum transaction
    /// (which is not less than its intrinsic gas), and the pubdata of the 88 bytes of its result log at the highest price
    /// that the operation and the chain allow.
    function l2TransactionMinimalGas(bytes calldata l2Calldata, uint256 l2GasPerPubdataByteLimit)
        external
        view
        returns (uint256);
}
