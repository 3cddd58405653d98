// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Ownable2StepUpgradeable} from "@openzeppelin/contracts-upgradeable/access/Ownable2StepUpgradeable.sol";
import {PausableUpgradeable} from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {AddressAliasHelper} from "../common/AddressAliasHelper.sol";
import {AssetId} from "../common/AssetId.sol";
import {ETH_TOKEN_ADDRESS, MAX_RESERVED_ADDRESS, TWO_BRIDGES_MAGIC_VALUE} from "../common/Constants.sol";
import {
    BridgehubL2TransactionRequest,
    L2Log,
    L2Message,
    L2TransactionRequestDirect,
    L2TransactionRequestTwoBridgesInner,
    L2TransactionRequestTwoBridgesOuter,
    TxStatus
} from "../common/Types.sol";
import {IBridgehub} from "../interfaces/IBridgehub.sol";
import {IChain} from "../interfaces/IChain.sol";
import {IChainTypeManager} from "../interfaces/IChainTypeManager.sol";
import {IL1AssetRouter} from "../interfaces/IL1AssetRouter.sol";
import {IL1NativeTokenVault} from "../interfaces/IL1NativeTokenVault.sol";
import {IMessageVerification, IBridgehubMessageVerification} from "../interfaces/IMessageVerification.sol";

/// @title The door to all chains
contract Bridgehub is
    IBridgehub,
    Ownable2StepUpgradeable,
    PausableUpgradeable,
    UUPSUpgradeable,
    ReentrancyGuardTransient
{
    // 0x0
    // 0x77ce8cd3
    error AddressesAlreadySet();
    // 0x0
    // 0xd92e233d
    error ZeroAddress();
    // 0x0
    // 0x0d753686
    error ChainUnknown(uint256 chainId);
    // 0x0
    // 0xb58178c1
    error ChainExists(uint256 chainId);
    // 0x0
    // 0xd79e2ffb
    error ChainIdInvalid(uint256 chainId);
    // 0x0
    // 0xb13935ae
    error ManagerUnknown(address manager);
    // 0x0
    // 0x2940d8b0
    error ManagerExists(address manager);
    // 0x0
    // 0x97f3c392
    error AssetIdUnknown(bytes32 assetId);
    // 0x0
    // 0x8c805628
    error AssetIdExists(bytes32 assetId);
    // 0x0
    // 0x626ade30
    error ValueMismatch(uint256 given, uint256 expected);
    // 0x0
    // 0x5e4246b8
    error SecondBridgeReserved(address bridge);
    // 0x0
    // 0x250f41b6
    error ValueAboveMint(uint256 l2Value, uint256 mintValue);
    // 0x0
    // 0xe60b3c86
    error NotABridge(address bridge);

    /// @inheritdoc IBridgehub
    uint256 public immutable L1_CHAIN_ID;

    bytes32 private immutable ETHER_ASSET_ID;

    /// @dev The largest chain id for which every wallet and signature scheme has room.
    uint256 private constant MAX_CHAIN_ID = type(uint48).max;

    /// @inheritdoc IBridgehub
    address public assetRouter;
    /// @inheritdoc IBridgehub
    address public messageRoot;
    /// @inheritdoc IBridgehub
    mapping(address manager => bool) public chainTypeManagerIsRegistered;
    /// @inheritdoc IBridgehub
    mapping(bytes32 assetId => bool) public assetIdIsRegistered;
    /// @inheritdoc IBridgehub
    mapping(uint256 chainId => address) public chainTypeManager;
    /// @inheritdoc IBridgehub
    mapping(uint256 chainId => bytes32) public baseTokenAssetId;
    mapping(uint256 chainId => address) private _chains;
    uint256[] private _chainIds;

    constructor() {
        L1_CHAIN_ID = block.chainid;
        ETHER_ASSET_ID = AssetId.ofEther(block.chainid);
        _disableInitializers();
    }

    function initialize(address owner) external initializer {
        __Ownable_init(owner);
        __Pausable_init();
        assetIdIsRegistered[ETHER_ASSET_ID] = true;
        emit BaseTokenAssetIdRegistered(ETHER_ASSET_ID);
    }

    /* Requests */

    /// @inheritdoc IBridgehub
    function requestL2TransactionDirect(L2TransactionRequestDirect calldata request)
        external
        payable
        nonReentrant
        whenNotPaused
        returns (bytes32 canonicalTxHash)
    {
        address chain = _chain(request.chainId);
        _takeBaseToken(request.chainId, request.mintValue, 0);
        return IChain(chain)
            .bridgehubRequestL2Transaction(
                BridgehubL2TransactionRequest({
                sender: msg.sender,
                contractL2: request.l2Contract,
                mintValue: request.mintValue,
                l2Value: request.l2Value,
                l2Calldata: request.l2Calldata,
                l2GasLimit: request.l2GasLimit,
                l2GasPerPubdataByteLimit: request.l2GasPerPubdataByteLimit,
                factoryDeps: request.factoryDeps,
                refundRecipient: AddressAliasHelper.l2RefundRecipient(request.refundRecipient, msg.sender)
            })
            );
    }

    /// @inheritdoc IBridgehub
    function requestL2TransactionTwoBridges(L2TransactionRequestTwoBridgesOuter calldata request)
        external
        payable
        nonReentrant
        whenNotPaused
        returns (bytes32 canonicalTxHash)
    {
        address chain = _chain(request.chainId);
        address bridge = request.secondBridgeAddress;
        if (bridge <= MAX_RESERVED_ADDRESS) revert SecondBridgeReserved(bridge);
        // The sender on L2 is the bridge: nobody may spend what it has there.
        if (request.l2Value > request.mintValue) revert ValueAboveMint(request.l2Value, request.mintValue);
        _takeBaseToken(request.chainId, request.mintValue, request.secondBridgeValue);

        L2TransactionRequestTwoBridgesInner memory answer = IL1AssetRouter(bridge)
        .bridgehubDeposit{value: request.secondBridgeValue}(
            request.chainId, msg.sender, request.l2Value, request.secondBridgeCalldata
        );
        if (answer.magicValue != TWO_BRIDGES_MAGIC_VALUE) revert NotABridge(bridge);

        canonicalTxHash = IChain(chain).bridgehubRequestL2Transaction(_secondBridgeRequest(request, answer));
        IL1AssetRouter(bridge).bridgehubConfirmL2Transaction(request.chainId, answer.txDataHash, canonicalTxHash);
    }

    /// @inheritdoc IBridgehub
    function l2TransactionBaseCost(
        uint256 chainId,
        uint256 gasPrice,
        uint256 l2GasLimit,
        uint256 l2GasPerPubdataByteLimit
    ) external view returns (uint256) {
        return IChain(_chain(chainId)).l2TransactionBaseCost(gasPrice, l2GasLimit, l2GasPerPubdataByteLimit);
    }

    /// @dev Exactly what is named has to come: what came in excess would be nobody's.
    function _takeBaseToken(uint256 chainId, uint256 mintValue, uint256 secondBridgeValue) private {
        bytes32 assetId = baseTokenAssetId[chainId];
        uint256 etherForBase = assetId == ETHER_ASSET_ID ? mintValue : 0;
        uint256 expected = etherForBase + secondBridgeValue;
        if (msg.value != expected) revert ValueMismatch(msg.value, expected);
        IL1AssetRouter(assetRouter).bridgehubDepositBaseToken{value: etherForBase}(
            chainId, assetId, msg.sender, mintValue
        );
    }

    function _secondBridgeRequest(
        L2TransactionRequestTwoBridgesOuter calldata request,
        L2TransactionRequestTwoBridgesInner memory answer
    ) private view returns (BridgehubL2TransactionRequest memory) {
        return BridgehubL2TransactionRequest({
            sender: request.secondBridgeAddress,
            contractL2: answer.l2Contract,
            mintValue: request.mintValue,
            l2Value: request.l2Value,
            l2Calldata: answer.l2Calldata,
            l2GasLimit: request.l2GasLimit,
            l2GasPerPubdataByteLimit: request.l2GasPerPubdataByteLimit,
            factoryDeps: answer.factoryDeps,
            refundRecipient: AddressAliasHelper.l2RefundRecipient(request.refundRecipient, msg.sender)
        });
    }

    /* Proofs */

    /// @inheritdoc IBridgehubMessageVerification
    function proveL2MessageInclusion(
        uint256 chainId,
        uint256 batchNumber,
        uint256 index,
        L2Message calldata message,
        bytes32[] calldata proof
    ) external view returns (bool) {
        return IMessageVerification(_chain(chainId)).proveL2MessageInclusion(batchNumber, index, message, proof);
    }

    /// @inheritdoc IBridgehubMessageVerification
    function proveL2LogInclusion(
        uint256 chainId,
        uint256 batchNumber,
        uint256 index,
        L2Log calldata log,
        bytes32[] calldata proof
    ) external view returns (bool) {
        return IMessageVerification(_chain(chainId)).proveL2LogInclusion(batchNumber, index, log, proof);
    }

    /// @inheritdoc IBridgehubMessageVerification
    function proveL1ToL2TransactionStatus(
        uint256 chainId,
        bytes32 l2TxHash,
        uint256 l2BatchNumber,
        uint256 l2MessageIndex,
        uint16 l2TxNumberInBatch,
        bytes32[] calldata merkleProof,
        TxStatus status
    ) external view returns (bool) {
        return IMessageVerification(_chain(chainId))
            .proveL1ToL2TransactionStatus(
                l2TxHash, l2BatchNumber, l2MessageIndex, l2TxNumberInBatch, merkleProof, status
            );
    }

    /* Registry */

    /// @inheritdoc IBridgehub
    function getZKChain(uint256 chainId) public view returns (address) {
        return _chains[chainId];
    }

    /// @inheritdoc IBridgehub
    function getHyperchain(uint256 chainId) external view returns (address) {
        return _chains[chainId];
    }

    /// @inheritdoc IBridgehub
    function getAllZKChainChainIDs() external view returns (uint256[] memory) {
        return _chainIds;
    }

    /// @inheritdoc IBridgehub
    function baseToken(uint256 chainId) external view returns (address) {
        bytes32 assetId = baseTokenAssetId[chainId];
        if (assetId == bytes32(0)) revert ChainUnknown(chainId);
        if (assetId == ETHER_ASSET_ID) return ETH_TOKEN_ADDRESS;
        return IL1NativeTokenVault(IL1AssetRouter(assetRouter).nativeTokenVault()).tokenAddress(assetId);
    }

    /// @inheritdoc IBridgehub
    function sharedBridge() external view returns (address) {
        return assetRouter;
    }

    /* Owner */

    /// @inheritdoc IBridgehub
    function setAddresses(address assetRouter_, address messageRoot_) external onlyOwner {
        if (assetRouter != address(0)) revert AddressesAlreadySet();
        if (assetRouter_ == address(0) || messageRoot_ == address(0)) revert ZeroAddress();
        assetRouter = assetRouter_;
        messageRoot = messageRoot_;
        emit AddressesSet(assetRouter_, messageRoot_);
    }

    /// @inheritdoc IBridgehub
    function addChainTypeManager(address manager) external onlyOwner {
        if (manager == address(0)) revert ZeroAddress();
        if (chainTypeManagerIsRegistered[manager]) revert ManagerExists(manager);
        chainTypeManagerIsRegistered[manager] = true;
        emit ChainTypeManagerAdded(manager);
    }

    /// @inheritdoc IBridgehub
    function removeChainTypeManager(address manager) external onlyOwner {
        if (!chainTypeManagerIsRegistered[manager]) revert ManagerUnknown(manager);
        chainTypeManagerIsRegistered[manager] = false;
        emit ChainTypeManagerRemoved(manager);
    }

    /// @inheritdoc IBridgehub
    function addTokenAssetId(bytes32 assetId) external onlyOwner {
        if (assetIdIsRegistered[assetId]) revert AssetIdExists(assetId);
        assetIdIsRegistered[assetId] = true;
        emit BaseTokenAssetIdRegistered(assetId);
    }

    /// @inheritdoc IBridgehub
    function createNewChain(uint256 chainId, address manager, bytes32 assetId, address admin, bytes calldata initData)
        external
        onlyOwner
        nonReentrant
        returns (address chain)
    {
        if (chainId == 0 || chainId > MAX_CHAIN_ID || chainId == block.chainid) revert ChainIdInvalid(chainId);
        if (_chains[chainId] != address(0)) revert ChainExists(chainId);
        if (!chainTypeManagerIsRegistered[manager]) revert ManagerUnknown(manager);
        if (!assetIdIsRegistered[assetId]) revert AssetIdUnknown(assetId);

        chainTypeManager[chainId] = manager;
        baseTokenAssetId[chainId] = assetId;
        _chainIds.push(chainId);
        chain = IChainTypeManager(manager).createNewChain(chainId, assetId, admin, initData);
        _chains[chainId] = chain;
        emit NewChain(chainId, manager, admin);
    }

    /// @inheritdoc IBridgehub
    function pause() external onlyOwner {
        _pause();
    }

    /// @inheritdoc IBridgehub
    function unpause() external onlyOwner {
        _unpause();
    }

    function _authorizeUpgrade(address) internal override onlyOwner {}

    function _chain(uint256 chainId) private view returns (address chain) {
        chain = _chains[chainId];
        if (chain == address(0)) revert ChainUnknown(chainId);
    }
}
