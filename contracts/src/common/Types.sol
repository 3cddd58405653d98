// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

// Structures that cross contract borders. Where the published SDKs encode or decode one, its shape is theirs.

/// @notice A transaction that L1 puts into an L2: a priority operation or an upgrade (docs/spec.md section 2).
struct L2CanonicalTransaction {
    uint256 txType;
    uint256 from;
    uint256 to;
    uint256 gasLimit;
    uint256 gasPerPubdataByteLimit;
    uint256 maxFeePerGas;
    uint256 maxPriorityFeePerGas;
    uint256 paymaster;
    uint256 nonce;
    uint256 value;
    uint256[4] reserved;
    bytes data;
    bytes signature;
    uint256[] factoryDeps;
    bytes paymasterInput;
    bytes reservedDynamic;
}

/// @notice A leaf of the log tree of a batch (docs/spec.md section 4).
struct L2Log {
    uint8 l2ShardId;
    bool isService;
    uint16 txNumberInBatch;
    address sender;
    bytes32 key;
    bytes32 value;
}

/// @notice A message that `sender` gave to the L2 messenger.
struct L2Message {
    uint16 txNumberInBatch;
    address sender;
    bytes data;
}

/// @notice Result of a priority operation.
enum TxStatus {
    Failure,
    Success
}

/// @notice What a user asks of `Bridgehub.requestL2TransactionDirect`.
struct L2TransactionRequestDirect {
    uint256 chainId;
    uint256 mintValue;
    address l2Contract;
    uint256 l2Value;
    bytes l2Calldata;
    uint256 l2GasLimit;
    uint256 l2GasPerPubdataByteLimit;
    bytes[] factoryDeps;
    address refundRecipient;
}

/// @notice What a user asks of `Bridgehub.requestL2TransactionTwoBridges`.
struct L2TransactionRequestTwoBridgesOuter {
    uint256 chainId;
    uint256 mintValue;
    uint256 l2Value;
    uint256 l2GasLimit;
    uint256 l2GasPerPubdataByteLimit;
    address refundRecipient;
    address secondBridgeAddress;
    uint256 secondBridgeValue;
    bytes secondBridgeCalldata;
}

/// @notice What the second bridge answers: the call to make on L2.
struct L2TransactionRequestTwoBridgesInner {
    bytes32 magicValue;
    address l2Contract;
    bytes l2Calldata;
    bytes[] factoryDeps;
    bytes32 txDataHash;
}

/// @notice What the Bridgehub hands to the chain. `sender` is not aliased yet, `refundRecipient` is final.
struct BridgehubL2TransactionRequest {
    address sender;
    address contractL2;
    uint256 mintValue;
    uint256 l2Value;
    bytes l2Calldata;
    uint256 l2GasLimit;
    uint256 l2GasPerPubdataByteLimit;
    bytes[] factoryDeps;
    address refundRecipient;
}

/// @notice Proof and content of an L2 to L1 message that moves an asset.
struct FinalizeL1DepositParams {
    uint256 chainId;
    uint256 l2BatchNumber;
    uint256 l2MessageIndex;
    address l2Sender;
    uint16 l2TxNumberInBatch;
    bytes message;
    bytes32[] merkleProof;
}

/// @notice What L1 remembers of a batch: only keccak256(abi.encode(this)) is stored.
struct StoredBatchInfo {
    uint64 batchNumber;
    bytes32 batchHash; // the state commitment after the batch
    uint64 indexRepeatedStorageChanges; // always 0
    uint256 numberOfLayer1Txs;
    bytes32 priorityOperationsHash;
    bytes32 dependencyRootsRollingHash;
    bytes32 l2LogsTreeRoot;
    uint256 timestamp; // of the last block, in seconds; 0 for the genesis
    bytes32 commitment; // the batch output hash
}

/// @notice What the operator tells L1 about a batch (docs/spec.md section 6).
struct CommitBatchInfo {
    uint64 batchNumber;
    bytes32 newStateCommitment;
    uint256 numberOfLayer1Txs;
    uint256 numberOfLayer2Txs;
    bytes32 priorityOperationsHash;
    bytes32 dependencyRootsRollingHash;
    bytes32 l2LogsTreeRoot;
    uint8 daCommitmentScheme;
    bytes32 daCommitment;
    uint64 firstBlockTimestamp;
    uint64 firstBlockNumber;
    uint64 lastBlockTimestamp;
    uint64 lastBlockNumber;
    uint256 chainId;
    bytes operatorDAInput;
    uint256 slChainId;
    bytes32 upgradeTxHash;
}

/// @notice Who pays for pubdata in the price of a priority operation.
enum PubdataPricingMode {
    Rollup,
    Validium
}

/// @notice The parameters of the price of a priority operation (IMailbox.l2TransactionBaseCost).
struct FeeParams {
    PubdataPricingMode pubdataPricingMode;
    uint32 batchOverheadL1Gas;
    uint32 maxPubdataPerBatch;
    uint32 maxL2GasPerBatch;
    uint32 priorityTxMaxPubdata;
    uint64 minimalL2GasPrice;
}

/// @notice What the proof binds of a chain's configuration (docs/spec.md section 6, chainConfigHash).
struct ChainConfig {
    uint256 fork;
    uint256 blockGasLimit;
    uint256 maxGasPerPubdata;
}

/// @notice What the creator of a chain chooses.
struct ChainParams {
    bytes32 genesisStateCommitment;
    address daValidator;
    address operatorTimelock;
    uint256 priorityTxMaxGasLimit;
    ChainConfig config;
    FeeParams feeParams;
}

/// @notice What ChainTypeManager gives to a new chain.
struct ChainInit {
    uint256 chainId;
    address bridgehub;
    address chainTypeManager;
    address verifierRegistry;
    address messageRoot;
    address admin;
    uint256 protocolVersion;
    bytes32 baseTokenAssetId;
    ChainParams params;
}

/// @notice A protocol upgrade as the owner of the ChainTypeManager registers it.
struct ProtocolUpgrade {
    uint256 newProtocolVersion;
    uint256 newFork; // 0 keeps the fork
    bool hasL2Transaction;
    L2CanonicalTransaction l2Transaction;
}
