// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {AddressAliasHelper} from "../common/AddressAliasHelper.sol";
import {BatchHashing} from "../common/BatchHashing.sol";
import {L1_GAS_PER_PUBDATA_BYTE, PRIORITY_OPERATION_TX_TYPE} from "../common/Constants.sol";
import {MessageHashing} from "../common/MessageHashing.sol";
import {
    BridgehubL2TransactionRequest,
    FeeParams,
    L2CanonicalTransaction,
    L2Log,
    L2Message,
    PubdataPricingMode,
    TxStatus
} from "../common/Types.sol";
import {IMailbox} from "../interfaces/IMailbox.sol";
import {IMessageVerification} from "../interfaces/IMessageVerification.sol";
import {ChainStorage} from "./ChainStorage.sol";
import {PriorityQueue} from "./PriorityQueue.sol";

/// @title Priority operations and message proofs of a chain
abstract contract Mailbox is ChainStorage, IMailbox {
    using MessageHashing for L2Log;
    using PriorityQueue for PriorityQueue.Queue;

    // 0x0
    // 0xba87a28b
    error FactoryDepsNotSupported();
    // 0x0
    // 0xc3e45df1
    error GasPerPubdataIsZero();
    // 0xe9948bdd
    error GasPerPubdataTooHigh(uint256 gasPerPubdata);
    // 0x0
    // 0x51956f2e
    error GasLimitTooHigh(uint256 gasLimit, uint256 maximum);
    // 0x0
    // 0x17d4de7e
    error GasLimitTooLow(uint256 gasLimit, uint256 minimum);
    // 0x0
    // 0xd5bc8e3a
    error PubdataLimitTooHigh(uint256 pubdataBytes, uint256 maximum);
    // 0x0
    // 0xffe26e2b
    error MintValueTooLow(uint256 mintValue, uint256 required);

    // The gas of a transaction before its first instruction, EIP-2028 and EIP-7623.
    uint256 private constant TRANSACTION_GAS = 21_000;
    uint256 private constant FLOOR_GAS_PER_TOKEN = 10;
    uint256 private constant TOKENS_PER_NONZERO_BYTE = 4;

    /// @dev Every priority operation leaves at least its result log in the pubdata.
    uint256 private constant RESULT_LOG_BYTES = 88;

    /* Requests */

    /// @inheritdoc IMailbox
    function bridgehubRequestL2Transaction(BridgehubL2TransactionRequest calldata request)
        external
        onlyBridgehub
        whenNotFrozen
        returns (bytes32 canonicalTxHash)
    {
        uint256 gasPrice = _l2GasPrice(tx.gasprice, request.l2GasPerPubdataByteLimit);
        _checkRequest(request, gasPrice);

        uint256 id = _queue.tail;
        L2CanonicalTransaction memory transaction = _canonicalTransaction(request, gasPrice, id);
        canonicalTxHash = BatchHashing.canonicalTxHash(transaction);
        uint64 expiration = uint64(block.timestamp + PRIORITY_EXPIRATION_SECONDS);
        _queue.push(canonicalTxHash, expiration);

        emit NewPriorityRequest(id, canonicalTxHash, expiration, transaction, new bytes[](0));
    }

    /// @inheritdoc IMailbox
    function l2TransactionBaseCost(uint256 gasPrice, uint256 l2GasLimit, uint256 l2GasPerPubdataByteLimit)
        external
        view
        returns (uint256)
    {
        return _l2GasPrice(gasPrice, l2GasPerPubdataByteLimit) * l2GasLimit;
    }

    /// @inheritdoc IMailbox
    function l2TransactionMinimalGas(bytes calldata l2Calldata, uint256 l2GasPerPubdataByteLimit)
        public
        view
        returns (uint256)
    {
        uint256 tokens = l2Calldata.length;
        for (uint256 i = 0; i < l2Calldata.length; ++i) {
            if (l2Calldata[i] != 0) tokens += TOKENS_PER_NONZERO_BYTE - 1;
        }
        // The floor is never less than the intrinsic gas here: 10 against 4 for each token, and no access list.
        uint256 gasPerPubdata = Math.min(l2GasPerPubdataByteLimit, _config.maxGasPerPubdata);
        return TRANSACTION_GAS + tokens * FLOOR_GAS_PER_TOKEN + RESULT_LOG_BYTES * gasPerPubdata;
    }

    function _checkRequest(BridgehubL2TransactionRequest calldata request, uint256 gasPrice) private view {
        if (request.factoryDeps.length != 0) revert FactoryDepsNotSupported();
        // L2 knows 64 bits. An operation that it cannot decode could never be included, and would stop the queue.
        uint256 gasPerPubdata = request.l2GasPerPubdataByteLimit;
        if (gasPerPubdata > type(uint64).max) revert GasPerPubdataTooHigh(gasPerPubdata);

        uint256 maxGas = _priorityTxMaxGasLimit;
        if (request.l2GasLimit > maxGas) revert GasLimitTooHigh(request.l2GasLimit, maxGas);

        uint256 minGas = l2TransactionMinimalGas(request.l2Calldata, gasPerPubdata);
        if (request.l2GasLimit < minGas) revert GasLimitTooLow(request.l2GasLimit, minGas);

        uint256 pubdataBytes = request.l2GasLimit / gasPerPubdata;
        uint256 maxPubdataBytes = _feeParams.priorityTxMaxPubdata;
        if (pubdataBytes > maxPubdataBytes) revert PubdataLimitTooHigh(pubdataBytes, maxPubdataBytes);

        // A value above what is brought along is meant to come out of the sender's balance on L2, and then only the gas has to be paid.
        uint256 required = gasPrice * request.l2GasLimit;
        if (request.mintValue >= request.l2Value) required += request.l2Value;
        if (request.mintValue < required) revert MintValueTooLow(request.mintValue, required);
    }

    function _canonicalTransaction(BridgehubL2TransactionRequest calldata request, uint256 gasPrice, uint256 id)
        private
        view
        returns (L2CanonicalTransaction memory transaction)
    {
        transaction.txType = PRIORITY_OPERATION_TX_TYPE;
        transaction.from = uint256(uint160(AddressAliasHelper.l2Sender(request.sender)));
        transaction.to = uint256(uint160(request.contractL2));
        transaction.gasLimit = request.l2GasLimit;
        transaction.gasPerPubdataByteLimit = request.l2GasPerPubdataByteLimit;
        transaction.maxFeePerGas = gasPrice;
        transaction.nonce = id;
        transaction.value = request.l2Value;
        transaction.reserved[0] = request.mintValue;
        transaction.reserved[1] = uint256(uint160(request.refundRecipient));
        transaction.data = request.l2Calldata;
    }

    function _l2GasPrice(uint256 l1GasPrice, uint256 gasPerPubdata) private view returns (uint256) {
        if (gasPerPubdata == 0) revert GasPerPubdataIsZero();
        FeeParams memory p = _feeParams;

        uint256 batchOverhead = uint256(p.batchOverheadL1Gas) * l1GasPrice;
        uint256 pubdataByte = batchOverhead / p.maxPubdataPerBatch;
        if (p.pubdataPricingMode == PubdataPricingMode.Rollup) pubdataByte += L1_GAS_PER_PUBDATA_BYTE * l1GasPrice;

        uint256 priceForGas = p.minimalL2GasPrice + batchOverhead / p.maxL2GasPerBatch;
        return Math.max(priceForGas, Math.ceilDiv(pubdataByte, gasPerPubdata));
    }

    /* Proofs */

    /// @inheritdoc IMessageVerification
    function proveL2MessageInclusion(
        uint256 batchNumber,
        uint256 index,
        L2Message calldata message,
        bytes32[] calldata proof
    ) external view returns (bool) {
        return _proveLeaf(batchNumber, index, MessageHashing.logOfMessage(message).leafOfLog(), proof);
    }

    /// @inheritdoc IMessageVerification
    function proveL2LogInclusion(uint256 batchNumber, uint256 index, L2Log calldata log, bytes32[] calldata proof)
        external
        view
        returns (bool)
    {
        return _proveLeaf(batchNumber, index, log.leafOfLog(), proof);
    }

    /// @inheritdoc IMessageVerification
    function proveL2LeafInclusion(uint256 batchNumber, uint256 index, bytes32 leaf, bytes32[] calldata proof)
        external
        view
        returns (bool)
    {
        return _proveLeaf(batchNumber, index, leaf, proof);
    }

    /// @inheritdoc IMessageVerification
    function proveL1ToL2TransactionStatus(
        bytes32 l2TxHash,
        uint256 l2BatchNumber,
        uint256 l2MessageIndex,
        uint16 l2TxNumberInBatch,
        bytes32[] calldata merkleProof,
        TxStatus status
    ) external view returns (bool) {
        L2Log memory log = MessageHashing.logOfPriorityResult(l2TxHash, l2TxNumberInBatch, status);
        return _proveLeaf(l2BatchNumber, l2MessageIndex, log.leafOfLog(), merkleProof);
    }

    /// @dev Roots exist for executed batches only; a computed root is never zero.
    function _proveLeaf(uint256 batchNumber, uint256 index, bytes32 leaf, bytes32[] calldata proof)
        private
        view
        returns (bool)
    {
        return MessageHashing.rootFromProof(leaf, index, proof) == _l2LogsRoots[batchNumber];
    }
}
